/** What stands beside the list of idle customers: how many are watched and how many have bought (I). */
import { watchedCustomers } from '@/lib/queries/idle';
import { column } from './columns';
import { seenBy } from './funnel_seen';
import { asOf, filters } from './params';
import { defineReport } from './report';

/** One row: the base of the list, in sight and under the same filters; how many are idle is the list's length. */
export const idleSummary = defineReport({
  name: 'idle_summary',
  params: { as_of: asOf, ...filters },
  columns: [column.integer('watched'), column.integer('bought')],
  rules: ['I-08'],
  run: (ctx, p) => watchedCustomers(ctx.db, { as_of: p.as_of, ...seenBy(ctx.viewer, p) }),
});
