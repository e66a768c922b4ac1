import { answer } from '@/app/_lib/answer';
import { currentViewer, today } from '@/app/_lib/context';
import { foreign } from '@/app/_lib/origin';
import { openReports } from '@/lib/reports/open';
import { readParams } from '@/lib/reports/params';
import { quotaSolutions, solutionKey } from '@/lib/reports/quota_solution';
import { rowsOf } from '@/lib/reports/run';
import { jobOf, type SolveJob, startJob } from '@/lib/solve/jobs';

/** The question of an address, with what identifies its search. */
async function questionOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const given: Record<string, string[]> = {};
  for (const key of new Set(query.keys())) given[key] = query.getAll(key);
  const ctx = await openReports(currentViewer(), today());
  const params = readParams(quotaSolutions.params, given);
  return { ctx, params, key: solutionKey(ctx, params) };
}

const told = (job: SolveJob | null) =>
  Response.json(
    job ? { state: job.state, progress: job.progress, problem: job.problem } : { state: 'none' },
    { headers: { 'cache-control': 'no-store' } },
  );

/** `GET`: how far the search of a question is. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => told(jobOf((await questionOf(request)).key)));
}

/** `POST`: starts it; one that runs or is done is left as it is. */
export function POST(request: Request): Promise<Response> {
  return answer(async () => {
    const refused = foreign(request);
    if (refused) return refused;
    const { ctx, params, key } = await questionOf(request);
    return told(startJob(key, () => rowsOf(quotaSolutions, ctx, params)));
  });
}

/** `DELETE`: stops it. */
export function DELETE(request: Request): Promise<Response> {
  return answer(async () => {
    const refused = foreign(request);
    if (refused) return refused;
    const job = jobOf((await questionOf(request)).key);
    job?.stop();
    return told(job);
  });
}
