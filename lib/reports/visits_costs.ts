/** Gifts and receptions against sales, and who decides at the customers of open opportunities (V-08, V-11). */
import Decimal from 'decimal.js';
import { z } from 'zod';
import { decisionMakers, visitCosts } from '@/lib/queries/visits_rows';
import { daysBetween } from '@/lib/rules/period';
import { NONE } from '@/lib/warehouse/columns';
import { column, sourceColumns } from './columns';
import { seenBy } from './funnel_seen';
import { dayOf, decidersMetOf, opportunitiesOf } from './opportunities_kept';
import { asOf, filters } from './params';
import { openTo, registerOf } from './register_kept';
import { defineReport, type ReportContext } from './report';
import { visitPeriod, visitScopeOf } from './visits_seen';

/** V-11: cost of gifts and receptions of a period's visits by customer; `cost_share` of its net sales of the period. */
export const visitsCosts = defineReport({
  name: 'visits_costs',
  params: { period: visitPeriod, as_of: asOf, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('owner'),
    column.money('gift_cost'),
    column.money('reception_cost'),
    column.money('cost'),
    column.money('net_sales'),
    column.rate('cost_share'),
    column.integer('forms'),
    column.integer('unapproved'),
  ],
  rules: ['V-11'],
  run: async (ctx, p) => {
    const { face_to_face: _, ...scope } = visitScopeOf(ctx, p);
    const rows = await visitCosts(ctx.db, scope);
    return rows.map(({ forms, unapproved, ...r }) => ({
      ...r,
      cost_share: new Decimal(r.net_sales).gt(0) ? new Decimal(r.cost).div(r.net_sales).toNumber() : null,
      forms,
      unapproved,
    }));
  },
});

/** V-08: opportunities open at a date from the solution stage on; `met` keeps those with or without a decision maker met. */
export const visitsDecisionMakers = defineReport({
  name: 'visits_decision_makers',
  params: { as_of: asOf, met: z.enum(['true', 'false']).optional(), ...filters },
  columns: [
    column.text('opportunity_id'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('salesperson'),
    column.code('grade', 'grade'),
    column.code('stage', 'stage'),
    column.date('created_on'),
    column.money('expected_amount'),
    column.date('met_on'),
    ...sourceColumns,
  ],
  rules: ['V-08'],
  run: async (ctx, p) => {
    const rows = await decisionMakers(ctx.db, decidersAsked(ctx, p));
    return rows.filter((r) => p.met === undefined || (r.met_on !== null) === (p.met === 'true'));
  },
});

type Seen = Parameters<typeof seenBy>[1] & { as_of: string };

function decidersAsked(ctx: ReportContext, p: Seen) {
  const seen = seenBy(ctx.viewer, p);
  return { as_of: p.as_of, ...seen, unfiltered: Object.values(seen).every((list) => list === null) };
}

/** How many rows `visits_decision_makers` has, and how many of them with a decision maker met; one row, remembered. */
export const visitsDecisions = {
  name: 'visits_decisions',
  run: async (ctx: ReportContext, p: Seen) => {
    const [all, metOn, book] = await Promise.all([opportunitiesOf(ctx), decidersMetOf(ctx), registerOf(ctx)]);
    const inSight = await openTo(ctx, book, { as_of: p.as_of, ...seenBy(ctx.viewer, p) });
    const asOf = dayOf(p.as_of);
    const today = daysBetween('1970-01-01', p.as_of);
    let [open, met] = [0, 0];
    for (let i = 0; i < all.length; i++) {
      const key = Number(all.customer[i]);
      if (inSight !== null && (key === NONE || inSight[key] !== 1)) continue;
      if (!all.isOpen(i, asOf)) continue;
      const position = all.positionOn(i, asOf);
      if (position < 3 || position > 5) continue;
      open += 1;
      const first = metOn[Number(all.place[i])] ?? NONE;
      if (first !== NONE && first <= today) met += 1;
    }
    return [{ open, met }];
  },
};
