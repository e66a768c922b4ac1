/** What stands beside the list of idle customers: how many are watched and how many have bought (I). */
import { column } from './columns';
import { idleJudged } from './idle_judged';
import { asOf, filters } from './params';
import { defineReport } from './report';

/** One row: the base of the list, in sight and under the same filters; how many are idle is the list's length. */
export const idleSummary = defineReport({
  name: 'idle_summary',
  params: { as_of: asOf, ...filters },
  columns: [column.integer('watched'), column.integer('bought')],
  rules: ['I-08'],
  run: async (ctx, p) => {
    const judged = await idleJudged(ctx, p);
    const within = judged.within(p);
    let [watched, bought] = [0, 0];
    for (let i = 0; i < judged.length; i++) {
      if (!within(i)) continue;
      watched += 1;
      if (judged.hasBought(i)) bought += 1;
    }
    return [{ watched, bought }];
  },
});
