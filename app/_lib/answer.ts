/** How addresses answer when something is wrong: calm, exact, never an empty success. */
import { BadParameterError, NotInForceError, QueryError } from '@/lib/reports/errors';

interface Problem {
  status: number;
  code: 'bad_parameter' | 'not_in_force' | 'query' | 'unexpected';
  message: string;
  detail: Record<string, string | null>;
}

/** What went wrong, as far as the person who asked may know it; the rest goes to the log. */
export function problemOf(error: unknown): Problem {
  if (error instanceof BadParameterError) {
    return {
      status: 400,
      code: 'bad_parameter',
      message: error.message,
      detail: { parameter: error.parameter, problem: error.problem },
    };
  }
  if (error instanceof NotInForceError) {
    return {
      status: 409,
      code: 'not_in_force',
      message: error.message,
      detail: { parameter: error.parameter, day: error.day, first_from: error.firstFrom },
    };
  }
  console.error(error);
  const code = error instanceof QueryError ? 'query' : 'unexpected';
  return {
    status: 500,
    code,
    message: 'The table could not be computed. Nothing was changed. The log of the server says more.',
    detail: {},
  };
}

/** Runs the work of an address and answers its mistakes. */
export async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    const { status, ...body } = problemOf(error);
    return Response.json({ error: body }, { status });
  }
}
