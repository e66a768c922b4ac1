/** Everything the page of other processes shows, from the address (F-08). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, stepName } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { isDate, type Period, parsePeriod } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { type ProcessRow, processFunnel, processItems } from '@/lib/reports/process_funnel';
import { rowsOf } from '@/lib/reports/run';

type Params = Parameters<typeof processFunnel.run>[1];
export type Item = Awaited<ReturnType<typeof processItems.run>>[number];

export interface ProcessModel {
  params: Params;
  period: Period;
  compare: { kind: 'before' | 'year'; period: string };
  rows: ProcessRow[];
  before: ProcessRow[];
  /** The stage whose items are listed: those that stand there. */
  stage: string;
  listed: Item[];
  file: string;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function processModel(ctx: PageContext, search: SearchParams): Promise<ProcessModel> {
  const { stage: _, ...own } = search;
  const as_of = one(search, 'as_of') ?? ctx.defaultAsOf;
  const params = ask(processFunnel, own, {
    as_of,
    period: lastComplete(isDate(as_of) ? as_of : ctx.defaultAsOf, 'half'),
  });
  const period = parsePeriod(params.period);
  if (!period) throw new BadParameterError('period', 'expected a period like 2026H1');
  const kind = choice('compare', one(search, 'compare'), ['year'] as const) ?? 'before';
  const steps = { month: 12, quarter: 4, half: 2, year: 1 }[period.grain];
  const compared = stepName(period.name, kind === 'year' ? -steps : -1);
  const [rows, before] = await Promise.all([
    rowsOf(processFunnel, ctx, params),
    rowsOf(processFunnel, ctx, { ...params, period: compared }),
  ]);
  const names = rows.map((row) => row.stage);
  // Where the address names none: the stage before the last at which most stand.
  const standing = (i: number) => (rows[i]?.reached ?? 0) - (rows[i + 1]?.reached ?? 0);
  const fullest = names
    .slice(0, -1)
    .map((_name, i) => i)
    .sort((a, b) => standing(b) - standing(a))[0];
  const stage = choice('stage', one(search, 'stage'), names) ?? names[fullest ?? 0] ?? '';
  const listed = await rowsOf(processItems, ctx, { ...params, stage, standing: 'true' as const });
  return {
    params,
    period,
    compare: { kind, period: compared },
    rows,
    before,
    stage,
    listed,
    file: href('/api/reports/process_funnel', {}, asked(params)),
  };
}

/** The items that reached a stage; `standing` those that got no further. */
export const itemsHref = (model: ProcessModel, stage: string, standing = false): string =>
  href('/rows/process_items', {}, asked({ ...model.params, stage, standing: standing ? 'true' : undefined }));
