/** What is due of each salesperson within the horizon, against the visits made a day so far (I-08, V-07). */
import Decimal from 'decimal.js';
import { type Cents, yuanOf } from '@/lib/rules/cents';
import { type IdleState, paceOf } from '@/lib/rules/idle_plan';
import { column } from './columns';
import { idlePaces, idleStandings } from './idle_due';
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
    const [standings, paces] = await Promise.all([
      idleStandings(ctx, p),
      rowsOf(idlePaces, ctx, { as_of: p.as_of }),
    ]);
    const paceOfOwner = new Map(paces.map((r) => [r.salesperson, r]));
    const { judged } = standings;
    const within = standings.within(p);
    const { codes, texts } = judged.split('owner');
    const counts = texts.map(() => ({ overdue: 0, due: 0, planned: 0, covered: 0, undated: 0 }));
    const stakes = texts.map((): Cents => 0);
    for (let place = 0; place < judged.length; place++) {
      if (!within(place)) continue;
      const [code, state] = [codes[place] ?? 0, standings.stateOf(place)];
      const own = counts[code];
      if (own) own[state] += 1;
      if (state === 'overdue' || state === 'due')
        stakes[code] = sumOf(stakes[code] ?? 0, (judged.stake[place] ?? 0) as Cents);
    }
    return texts
      .map((owner, code) => ({ owner, code, own: counts[code] ?? none }))
      .filter(({ own }) => watchedIn(own) > 0)
      .sort(
        ({ owner: a }, { owner: b }) =>
          Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1),
      )
      .map(({ owner, code, own: { overdue, due, planned, ...rest } }) => {
        const { visits, per_day } = (owner === null ? undefined : paceOfOwner.get(owner)) ?? unseen;
        const capacity = new Decimal(per_day).times(policy['idle.horizon']).floor().toNumber();
        return {
          owner,
          watched: watchedIn({ overdue, due, planned, ...rest }),
          overdue,
          due,
          planned,
          covered: rest.covered + rest.undated,
          value_at_stake: yuanOf(stakes[code] ?? 0),
          visits,
          per_day,
          needed: overdue + due,
          capacity,
          short: Math.max(0, overdue + due - capacity),
        };
      });
  },
});

type Counts = Record<IdleState, number>;
const none: Counts = { overdue: 0, due: 0, planned: 0, covered: 0, undated: 0 };
const watchedIn = (c: Counts) => c.overdue + c.due + c.planned + c.covered + c.undated;

/** Big where a number would not be exact. */
function sumOf(a: Cents, b: Cents): Cents {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(a + b)) return a + b;
  return BigInt(a) + BigInt(b);
}
