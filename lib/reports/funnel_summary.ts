/** What stands above the funnel: the cohort in one line, and what is open at the date (F-03, F-05). */
import { yuanOf } from '@/lib/rules/cents';
import { stalledBefore } from '@/lib/rules/funnel';
import type { Split } from '@/lib/rules/funnel_groups';
import { column } from './columns';
import { funnelWhole } from './funnel';
import { seenBy } from './funnel_seen';
import { dayOf, NO_DAY, opportunitiesOf, sightOf } from './opportunities_kept';
import { anyPeriod, asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';

/**
 * One row. `created` to `overall_rate` are of the opportunities created in the period; `open`, `open_amount` and
 * `stalled` of all that are open at the date, whenever created (rows: `opportunities_open`).
 */
export const funnelSummary = defineReport({
  name: 'funnel_summary',
  params: { period: anyPeriod, as_of: asOf, ...filters },
  columns: [
    column.integer('created'),
    column.money('amount'),
    column.integer('signed'),
    column.money('signed_amount'),
    column.rate('overall_rate'),
    column.integer('open'),
    column.money('open_amount'),
    column.integer('stalled'),
  ],
  rules: ['F-02', 'F-03', 'F-05'],
  run: (ctx, p) => funnelSummaryOf(ctx, p, 'none'),
});

type Question = Parameters<typeof funnelWhole>[1];

/** What is open at a date, and what of it stands still; it does not depend on a period. */
const totals = {
  name: 'open_totals',
  run: async (ctx: ReportContext, { as_of, ...p }: Parameters<typeof seenBy>[1] & { as_of: string }) => {
    const all = await opportunitiesOf(ctx);
    const sight = await sightOf(ctx, all, { as_of, ...seenBy(ctx.viewer, p) });
    const asOf = dayOf(as_of);
    const limit = dayOf(stalledBefore(as_of, ctx.policy.on(as_of)));
    let [open, amount, stalled] = [0, 0, 0];
    for (let i = 0; i < all.length; i++) {
      if (!all.isOpen(i, asOf) || !sight.within(i)) continue;
      open += 1;
      amount += Number(all.expected[i]);
      const entered = all.enteredOn(i, asOf);
      if (entered !== NO_DAY && entered < limit) stalled += 1;
    }
    return [{ open, open_amount: yuanOf(amount), stalled }];
  },
};

/**
 * The one row; the cohort's part is the first and the last stage of the funnel.
 * @param by the split that is asked for beside it, so that both come out of one reading; the row is the same
 */
export async function funnelSummaryOf(ctx: ReportContext, p: Question, by: Split) {
  const { period: _, ...seen } = p;
  const [whole, open] = await Promise.all([funnelWhole(ctx, p, by), rowsOf(totals, ctx, seen)]);
  const [first, last] = [whole[0], whole.at(-1)];
  const cohort = {
    created: first?.reached ?? 0,
    amount: first?.amount ?? '0.00',
    signed: last?.reached ?? 0,
    signed_amount: last?.amount ?? '0.00',
  };
  return open.map((now) => ({ ...cohort, ...now, overall_rate: last?.overall_rate ?? null }));
}
