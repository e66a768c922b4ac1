/** What is due of each salesperson within the horizon, against the visits made a day so far (I-08, V-07). */
import Decimal from 'decimal.js';
import { paceOf } from '@/lib/rules/idle_plan';
import { column } from './columns';
import { idleDue, idlePaces } from './idle_due';
import { asOf, filters } from './params';
import { defineReport } from './report';
import { rowsOf } from './rows';

/** Who met nobody in these days. */
const unseen = { visits: 0, per_day: paceOf(0, 1) };

/**
 * One row a salesperson, what is unowned last. `overdue` and `due` have no plan yet; `needed` is both. `visits` face to
 * face in the last `visit.pace_days`; `per_day` over their working days; `capacity` = pace × `idle.horizon` working
 * days, cut off to whole visits; `short` = needed beyond it. The unowned have nobody to do it: no pace, all short.
 */
export const idleOwners = defineReport({
  name: 'idle_owners',
  params: { as_of: asOf, ...filters },
  columns: [
    column.text('owner'),
    column.integer('watched'),
    column.integer('overdue'),
    column.integer('due'),
    column.integer('planned'),
    column.integer('covered'),
    column.money('value_at_stake'),
    column.integer('visits'),
    column.decimal('per_day'),
    column.integer('needed'),
    column.integer('capacity'),
    column.integer('short'),
  ],
  rules: ['I-08', 'I-09', 'V-07'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const [rows, paces] = await Promise.all([
      rowsOf(idleDue, ctx, p),
      rowsOf(idlePaces, ctx, { as_of: p.as_of }),
    ]);
    const paceOfOwner = new Map(paces.map((r) => [r.salesperson, r]));
    const groups = new Map<string | null, (typeof rows)[number][]>();
    for (const row of rows) {
      const own = groups.get(row.owner);
      if (own) own.push(row);
      else groups.set(row.owner, [row]);
    }
    return [...groups]
      .sort(([a], [b]) => Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1))
      .map(([owner, own]) => {
        const count = (state: string) => own.filter((r) => r.state === state).length;
        const [overdue, due] = [count('overdue'), count('due')];
        const { visits, per_day } = (owner === null ? undefined : paceOfOwner.get(owner)) ?? unseen;
        const capacity = new Decimal(per_day).times(policy['idle.horizon']).floor().toNumber();
        return {
          owner,
          watched: own.length,
          overdue,
          due,
          planned: count('planned'),
          covered: count('covered') + count('undated'),
          value_at_stake: own
            .filter((r) => r.state === 'overdue' || r.state === 'due')
            .reduce((sum, r) => sum.plus(r.value_at_stake), new Decimal(0))
            .toFixed(2),
          visits,
          per_day,
          needed: overdue + due,
          capacity,
          short: Math.max(0, overdue + due - capacity),
        };
      });
  },
});
