/** The opportunities behind a bar of the bridge, and since when amounts are followed (F-02, F-03). */
import { z } from 'zod';
import { amountsKnown, bridgeRows } from '@/lib/queries/bridge';
import { movements } from '@/lib/rules/bridge';
import { bridgeDays } from './bridge';
import { column, sourceColumns } from './columns';
import { seenBy } from './funnel_seen';
import { groupOf, groupParams } from './group_params';
import { asOf, filters } from './params';
import { defineReport } from './report';

/** As many rows as the movement counts; `amount` is what it adds there, yuan. */
export const bridgeOpportunities = defineReport({
  name: 'bridge_opportunities',
  params: { from: asOf, as_of: asOf, movement: z.enum(movements), ...groupParams, ...filters },
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
    column.date('closed_on'),
    column.money('amount'),
    column.money('expected_amount'),
    column.money('signed_amount'),
    ...sourceColumns,
  ],
  rules: ['F-02', 'F-03'],
  run: (ctx, p) =>
    bridgeRows(ctx.db, {
      ...bridgeDays(p),
      movement: p.movement,
      ...groupOf(p),
      ...seenBy(ctx.viewer, p),
    }),
});

/**
 * One row. `since` is when opportunities were first loaded: of amounts before that nothing is known; `changed` is of
 * how many an earlier amount, stage or name is kept.
 */
export const amountsFollowed = defineReport({
  name: 'amounts_followed',
  params: {},
  columns: [column.instant('since'), column.integer('imports'), column.integer('changed')],
  rules: ['F-03'],
  run: (ctx) => amountsKnown(ctx.db, {}),
});
