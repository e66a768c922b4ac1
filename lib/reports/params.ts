/** The parameters that reports share, read from text as a URL or a command line gives it. */
import { z } from 'zod';
import { isDate, parsePeriod } from '@/lib/rules/period';

/** A parameter that is unknown or malformed; names it. */
export class BadParameterError extends Error {
  constructor(
    readonly parameter: string,
    readonly problem: string,
  ) {
    super(`Parameter "${parameter}": ${problem}`);
    this.name = 'BadParameterError';
  }
}

/** T-05: `YYYY-MM-DD`, a day that exists. */
export const asOf = z.string().refine(isDate, 'expected a date like 2026-08-31');

const periodOf = (grain: 'month' | 'quarter' | 'half', example: string) =>
  z.string().refine((s) => parsePeriod(s)?.grain === grain, `expected ${example}`);

/** T-04 */
export const monthPeriod = periodOf('month', 'a month like 2026-03');
export const quarterPeriod = periodOf('quarter', 'a quarter like 2026Q1');
export const halfPeriod = periodOf('half', 'a half-year like 2026H1');
/** Any period of T-04. */
export const anyPeriod = z
  .string()
  .refine((s) => parsePeriod(s) !== null, 'expected a period like 2026-03, 2026Q1, 2026H1 or 2026');

/** Repeatable; absent means all. */
export const many = z.array(z.string().min(1)).optional();

/** The filters that every report of customers knows. */
export const filters = {
  department: many,
  region: many,
  owner: many,
  grade: many,
  tier: many,
  product: many,
};

/** A filter as a query wants it: the list, or null for all. */
export const listOrAll = (values: readonly string[] | undefined): string[] | null =>
  values && values.length > 0 ? [...values] : null;

const isList = (schema: z.ZodType): boolean => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return isList(schema.unwrap() as z.ZodType);
  return schema instanceof z.ZodArray;
};

/**
 * Reads parameters given as text.
 * @throws BadParameterError that names the first unknown, repeated or malformed parameter
 */
export function readParams<S extends z.ZodObject>(
  schema: S,
  given: Readonly<Record<string, readonly string[]>>,
): z.infer<S> {
  const shape = schema.shape as Record<string, z.ZodType>;
  const values: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(given)) {
    const field = shape[name];
    if (!field) {
      throw new BadParameterError(name, `unknown here; known are ${Object.keys(shape).join(', ')}`);
    }
    if (isList(field)) values[name] = [...texts];
    else if (texts.length > 1) throw new BadParameterError(name, 'given more than once');
    else values[name] = texts[0];
  }
  const result = schema.safeParse(values);
  if (result.success) return result.data as z.infer<S>;
  const issue = result.error.issues[0];
  const name = String(issue?.path[0] ?? '?');
  const missing = !(name in values);
  throw new BadParameterError(name, missing ? 'missing' : (issue?.message ?? 'malformed'));
}
