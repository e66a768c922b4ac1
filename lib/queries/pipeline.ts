import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';
import { ofGroup, opportunity, seen } from './funnel';

/** F-02, F-05: what is open at a date, by group, grade and stage. */
export const pipelineOpen = defineQuery({
  file: 'reports/pipeline.sql',
  params: { by: t.text(), as_of: t.date(), stalled_before: t.date(), ...seen },
  row: {
    group: t.text().nullable(),
    grade: t.text().nullable(),
    position: t.integer().nullable(),
    open: t.integer(),
    with_amount: t.integer(),
    amount: t.decimal(18, 2),
    stalled: t.integer(),
  },
});

/** F-06: what was closed in some days, by group. */
export const pipelineClosed = defineQuery({
  file: 'reports/pipeline_closed.sql',
  params: { by: t.text(), from: t.date(), to: t.date(), as_of: t.date(), created: t.boolean(), ...seen },
  row: {
    group: t.text().nullable(),
    signed: t.integer(),
    lost: t.integer(),
    with_amount: t.integer(),
    signed_amount: t.decimal(18, 2),
    lost_amount: t.decimal(18, 2),
    cycles: t.integer(),
    cycle_days: t.integer(),
    median_cycle: t.double().nullable(),
  },
});

/** F-07: how far past closed opportunities got, and how many of them were signed. */
export const pipelineShares = defineQuery({
  file: 'reports/pipeline_shares.sql',
  params: { as_of: t.date() },
  row: { grade: t.text().nullable(), position: t.integer(), closed: t.integer(), signed: t.integer() },
});

/** F-09: lost opportunities by group, reason and stage reached. */
export const lostCounts = defineQuery({
  file: 'reports/lost.sql',
  params: { by: t.text(), from: t.date(), to: t.date(), as_of: t.date(), created: t.boolean(), ...seen },
  row: {
    group: t.text().nullable(),
    reason: t.text().nullable(),
    position: t.integer().nullable(),
    count: t.integer(),
    amount: t.decimal(18, 2),
  },
});

/** The closed opportunities behind a win rate, a cycle, a share or a reason. */
export const closedOpportunities = defineQuery({
  file: 'reports/opportunities_closed.sql',
  params: {
    from: t.date(),
    to: t.date(),
    as_of: t.date(),
    created: t.boolean(),
    ...ofGroup,
    outcome: t.text().nullable(),
    position: t.integer().nullable(),
    reached: t.integer().nullable(),
    without_reason: t.boolean().nullable(),
    reasons: t.list(t.text()).nullable(),
    size: t.text().nullable(),
    met: t.boolean().nullable(),
    ...seen,
  },
  row: {
    ...opportunity,
    outcome: t.text().nullable(),
    closed_on: t.date().nullable(),
    cycle_days: t.integer().nullable(),
    reached: t.integer().nullable(),
    lost_reason: t.text().nullable(),
    expected_amount: t.decimal(18, 2).nullable(),
    signed_amount: t.decimal(18, 2).nullable(),
    ...source,
  },
});
