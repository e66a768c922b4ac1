import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';
import { ofGroup, opportunity, seen } from './funnel';

const days = { from: t.date(), as_of: t.date() };

/** The movements of the open pipeline between two days, by group. */
export const bridgeMovements = defineQuery({
  file: 'reports/bridge.sql',
  params: { by: t.text(), ...days, ...seen },
  row: { group: t.text().nullable(), movement: t.text(), count: t.integer(), amount: t.decimal(18, 2) },
});

/** The opportunities behind one movement. */
export const bridgeRows = defineQuery({
  file: 'reports/bridge_opportunities.sql',
  params: { ...ofGroup, ...days, movement: t.text(), ...seen },
  row: {
    ...opportunity,
    closed_on: t.date().nullable(),
    amount: t.decimal(18, 2),
    expected_amount: t.decimal(18, 2).nullable(),
    signed_amount: t.decimal(18, 2).nullable(),
    ...source,
  },
});

/** Since when changes of expected amounts can be seen at all. */
export const amountsKnown = defineQuery({
  file: 'reports/amounts_known.sql',
  params: {},
  row: { since: t.instant().nullable(), imports: t.integer(), changed: t.integer() },
});
