/** What became of the opportunities of each month of creation (F-03, F-06). */
import { z } from 'zod';
import { cohortMonths, cohortRows } from '@/lib/queries/cohorts';
import { share } from '@/lib/rules/funnel';
import { addDays, parsePeriod, periodOf, stepPeriod } from '@/lib/rules/period';
import { winRate } from '@/lib/rules/pipeline';
import { column, sourceColumns } from './columns';
import { seenBy } from './funnel_seen';
import { asOf, BadParameterError, filters, monthPeriod } from './params';
import { defineReport } from './report';

/** Days within which a cohort is followed. */
export const within = [30, 60, 90, 180] as const;
/** As many months as are shown where nothing else is asked. */
const MONTHS = 24;
/** Five hundred years: more is a mistake. */
const MOST = 6000;

export interface CohortRow {
  month: string;
  created: number;
  amount: string;
  signed: number;
  signed_amount: string;
  lost: number;
  open: number;
  signed_rate: number | null;
  win_rate: number | null;
  signed_30: number | null;
  signed_60: number | null;
  signed_90: number | null;
  signed_180: number | null;
  cycle_days: number | null;
}

const range = { as_of: asOf, from: monthPeriod.optional(), to: monthPeriod.optional(), ...filters };

interface Range {
  as_of: string;
  from?: string | undefined;
  to?: string | undefined;
}

/** The months asked for, the first and the last; by default the 24 up to the date. @throws BadParameterError */
export function cohortRange(p: Range): { from: string; to: string; start: string; end: string } {
  const last = parsePeriod(p.to ?? '') ?? periodOf(p.as_of, 'month');
  const first = parsePeriod(p.from ?? '') ?? stepPeriod(last, 1 - MONTHS);
  if (first.start > last.start) throw new BadParameterError('from', `expected a month up to ${last.name}`);
  return { from: first.name, to: last.name, start: first.start, end: last.end };
}

/**
 * One row a month, also where nothing was created. `amount` is signed where signed, else expected, yuan;
 * `signed_rate` is signed of created, `win_rate` signed of closed; `signed_30` the share signed within 30 days of
 * creation, and so on, null until all of the month have had that long; `cycle_days` the median.
 */
export const cohorts = defineReport({
  name: 'cohorts',
  params: range,
  columns: [
    column.text('month'),
    column.integer('created'),
    column.money('amount'),
    column.integer('signed'),
    column.money('signed_amount'),
    column.integer('lost'),
    column.integer('open'),
    column.rate('signed_rate'),
    column.rate('win_rate'),
    column.rate('signed_30'),
    column.rate('signed_60'),
    column.rate('signed_90'),
    column.rate('signed_180'),
    column.number('cycle_days'),
  ],
  rules: ['F-02', 'F-03', 'F-06'],
  run: async (ctx, p): Promise<CohortRow[]> => {
    const { from, to, start, end } = cohortRange(p);
    const found = new Map(
      (await cohortMonths(ctx.db, { from: start, to: end, as_of: p.as_of, ...seenBy(ctx.viewer, p) })).map(
        (r) => [r.month, r],
      ),
    );
    const rows: CohortRow[] = [];
    for (let month = parsePeriod(from); month && month.name <= to; month = stepPeriod(month, 1)) {
      if (rows.length === MOST) throw new BadParameterError('from', 'too many months');
      const r = found.get(month.name);
      const created = r?.created ?? 0;
      const monthEnd = month.end;
      const inTime = (days: number, signed: number | undefined) =>
        addDays(monthEnd, days) > p.as_of ? null : share(signed ?? 0, created);
      rows.push({
        month: month.name,
        created,
        amount: r?.amount ?? '0.00',
        signed: r?.signed ?? 0,
        signed_amount: r?.signed_amount ?? '0.00',
        lost: r?.lost ?? 0,
        open: r?.open ?? 0,
        signed_rate: share(r?.signed ?? 0, created),
        win_rate: winRate({ signed: r?.signed ?? 0, lost: r?.lost ?? 0 }),
        signed_30: inTime(30, r?.signed_30),
        signed_60: inTime(60, r?.signed_60),
        signed_90: inTime(90, r?.signed_90),
        signed_180: inTime(180, r?.signed_180),
        cycle_days: r?.cycle_days ?? null,
      });
    }
    return rows;
  },
});

/** The opportunities behind a month or a range; `state` keeps the open, the signed, the lost, or both of these. */
export const cohortOpportunities = defineReport({
  name: 'cohort_opportunities',
  params: {
    ...range,
    state: z.enum(['open', 'signed', 'lost', 'closed']).optional(),
    within: z.enum(['30', '60', '90', '180']).optional(),
  },
  columns: [
    column.text('opportunity_id'),
    column.text('name'),
    column.text('customer_id'),
    column.text('customer_name'),
    column.code('grade', 'grade'),
    column.text('department'),
    column.text('region'),
    column.text('salesperson'),
    column.text('product'),
    column.text('source'),
    column.date('created_on'),
    column.code('state', 'outcome'),
    column.date('closed_on'),
    column.integer('cycle_days'),
    column.money('amount'),
    ...sourceColumns,
  ],
  rules: ['F-02', 'F-03'],
  run: (ctx, p) => {
    const { start, end } = cohortRange(p);
    return cohortRows(ctx.db, {
      from: start,
      to: end,
      as_of: p.as_of,
      state: p.state ?? null,
      within: p.within === undefined ? null : Number(p.within),
      ...seenBy(ctx.viewer, p),
    });
  },
});
