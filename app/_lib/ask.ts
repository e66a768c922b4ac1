/** From the address of a page to the parameters of a report, and what is said where an address is wrong. */
import type { z } from 'zod';
import { BadParameterError, NotInForceError } from '@/lib/reports/errors';
import { readParams } from '@/lib/reports/params';
import { given, type SearchParams } from './url';

/** The parameters every page has for itself; they never reach a report. */
const ofPages = ['view', 'row', 'tab', 'sort', 'compare'];

/**
 * The parameters of a report out of the address of a page.
 * @param defaults what holds where the address gives nothing
 * @throws BadParameterError that names a parameter which neither the report nor a page knows, or a malformed one
 */
export function ask<S extends z.ZodObject>(
  report: { params: S },
  params: SearchParams,
  defaults: Readonly<Record<string, string>>,
): z.infer<S> {
  const asked = given(params);
  for (const name of ofPages) delete asked[name];
  for (const [name, value] of Object.entries(defaults)) asked[name] ??= [value];
  return readParams(report.params, asked);
}

/** Parameters of a report as an address bears them: exactly the same question again. */
export function asked(params: Readonly<Record<string, unknown>>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      value === undefined || value === null
        ? []
        : [[name, Array.isArray(value) ? value.map(String) : [String(value)]]],
    ),
  );
}

export type Mistake = BadParameterError | NotInForceError;

/** The model of a page, or the mistake in its address; every other failure is thrown. */
export async function attempt<M>(work: () => Promise<M>): Promise<{ model: M } | { mistake: Mistake }> {
  try {
    return { model: await work() };
  } catch (error) {
    if (error instanceof BadParameterError || error instanceof NotInForceError) return { mistake: error };
    throw error;
  }
}
