/** Everything the page of cohorts shows, from the address (F-03, F-06). */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { stepName } from '@/app/_lib/periods';
import { href, type SearchParams } from '@/app/_lib/url';
import { periodOf } from '@/lib/format';
import { type CohortRow, cohortRange, cohorts } from '@/lib/reports/cohorts';
import { rowsOf } from '@/lib/reports/run';
import { share } from '@/lib/rules/funnel';
import { winRate } from '@/lib/rules/pipeline';
import { type Options, optionsOf } from '../_options';

type Params = Parameters<typeof cohorts.run>[1];

/** As far as the chart looks back. */
const CHARTED = 120;

/** What the months of a range add up to. */
export interface CohortSum {
  created: number;
  signed: number;
  lost: number;
  open: number;
  signed_rate: number | null;
  win_rate: number | null;
}

export interface CohortModel {
  params: Params;
  from: string;
  to: string;
  rows: CohortRow[];
  /** From the first month with anything, at most ten years. */
  charted: CohortRow[];
  sum: CohortSum;
  /** The months before, as many. */
  before: { from: string; to: string; sum: CohortSum };
  /** The same months a year before. */
  yearBefore: { from: string; to: string; sum: CohortSum };
  options: Options;
  file: string;
}

function sumOf(rows: readonly CohortRow[]): CohortSum {
  const total = (pick: (row: CohortRow) => number) => rows.reduce((n, row) => n + pick(row), 0);
  const [created, signed, lost, open] = [
    total((r) => r.created),
    total((r) => r.signed),
    total((r) => r.lost),
    total((r) => r.open),
  ];
  return {
    created,
    signed,
    lost,
    open,
    signed_rate: share(signed, created),
    win_rate: winRate({ signed, lost }),
  };
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function cohortModel(ctx: PageContext, search: SearchParams): Promise<CohortModel> {
  const params = ask(cohorts, search, { as_of: ctx.defaultAsOf });
  const { from, to } = cohortRange(params);
  const end = periodOf(params.as_of, 'month').name;
  const run = (range: { from: string; to: string }) => rowsOf(cohorts, ctx, { ...params, ...range });
  const rows = await run({ from, to });
  const earlier = { from: stepName(from, -rows.length), to: stepName(from, -1) };
  const lastYear = { from: stepName(from, -12), to: stepName(to, -12) };
  const first = [stepName(end, 1 - CHARTED), from].sort()[0] ?? from;
  const [all, before, yearBefore, options] = await Promise.all([
    run({ from: first, to: [end, to].sort()[1] ?? end }),
    run(earlier),
    run(lastYear),
    optionsOf(ctx, params, false),
  ]);
  const begins = all.findIndex((r) => r.created > 0 || r.month === from);
  return {
    params,
    from,
    to,
    rows,
    charted: all.slice(Math.max(0, begins)),
    sum: sumOf(rows),
    before: { ...earlier, sum: sumOf(before) },
    yearBefore: { ...lastYear, sum: sumOf(yearBefore) },
    options,
    file: href('/api/reports/cohorts', {}, asked({ ...params, from, to })),
  };
}

/** The opportunities of some months; of all of the range where none is named. */
export const cohortHref = (model: CohortModel, cell: Record<string, string> = {}): string =>
  href('/rows/cohort_opportunities', {}, asked({ ...model.params, from: model.from, to: model.to, ...cell }));
