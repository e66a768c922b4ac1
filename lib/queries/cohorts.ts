import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';
import { ofGroup, opportunity, seen } from './funnel';

/** Created from the first to the last day, judged at the as-of date. */
const cohort = { from: t.date(), to: t.date(), as_of: t.date(), ...seen };

/** What became of those who entered each stage. */
export const funnelFlow = defineQuery({
  file: 'reports/funnel_flow.sql',
  params: { by: t.text(), ...cohort },
  row: {
    group: t.text().nullable(),
    position: t.integer(),
    entered: t.integer(),
    advanced: t.integer(),
    lost: t.integer(),
    moved_back: t.integer(),
    still_there: t.integer(),
  },
});

export const funnelFlowRows = defineQuery({
  file: 'reports/funnel_flow_opportunities.sql',
  params: { ...ofGroup, position: t.integer(), fate: t.text().nullable(), ...cohort },
  row: {
    ...opportunity,
    fate: t.text(),
    expected_amount: t.decimal(18, 2).nullable(),
    ...source,
  },
});

/** F-05: how many spent how many days in a stage. */
export const stageTimes = defineQuery({
  file: 'reports/stage_times.sql',
  params: cohort,
  row: { position: t.integer(), days: t.integer(), count: t.integer() },
});

export const stageTimeRows = defineQuery({
  file: 'reports/stage_time_opportunities.sql',
  params: { position: t.integer(), least: t.integer(), most: t.integer().nullable(), ...cohort },
  row: { ...opportunity, days: t.integer(), expected_amount: t.decimal(18, 2).nullable(), ...source },
});

/** What became of the opportunities of each month. */
export const cohortMonths = defineQuery({
  file: 'reports/cohorts.sql',
  params: cohort,
  row: {
    month: t.text(),
    created: t.integer(),
    amount: t.decimal(18, 2),
    signed: t.integer(),
    signed_amount: t.decimal(18, 2),
    lost: t.integer(),
    open: t.integer(),
    signed_30: t.integer(),
    signed_60: t.integer(),
    signed_90: t.integer(),
    signed_180: t.integer(),
    cycle_days: t.double().nullable(),
  },
});

export const cohortRows = defineQuery({
  file: 'reports/cohort_opportunities.sql',
  params: { state: t.text().nullable(), within: t.integer().nullable(), ...cohort },
  row: {
    ...opportunity,
    state: t.text(),
    closed_on: t.date().nullable(),
    cycle_days: t.integer().nullable(),
    amount: t.decimal(18, 2),
    ...source,
  },
});
