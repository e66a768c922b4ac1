import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters, source } from './customer-filters';

/** Filters and scope; null is all. */
export const seen = { tiers: t.list(t.text()).nullable(), ...customerFilters };

/** A group of a split; null is what has none. */
export const ofGroup = { by: t.text(), every_group: t.boolean(), group: t.text().nullable() };

export const opportunity = {
  opportunity_id: t.text(),
  name: t.text().nullable(),
  customer_id: t.text().nullable(),
  customer_name: t.text().nullable(),
  grade: t.text().nullable(),
  department: t.text().nullable(),
  region: t.text().nullable(),
  salesperson: t.text().nullable(),
  product: t.text().nullable(),
  source: t.text().nullable(),
  created_on: t.date().nullable(),
};

/** The opportunities behind a cell of the funnel. */
export const funnelOpportunityRows = defineQuery({
  file: 'reports/funnel_opportunities.sql',
  params: {
    by: t.text(),
    from: t.date(),
    to: t.date(),
    as_of: t.date(),
    position: t.integer(),
    every_group: t.boolean(),
    group: t.text().nullable(),
    ...seen,
  },
  row: {
    ...opportunity,
    reached: t.integer(),
    contacted_on: t.date().nullable(),
    solution_on: t.date().nullable(),
    negotiation_on: t.date().nullable(),
    signed_on: t.date().nullable(),
    lost_on: t.date().nullable(),
    amount: t.decimal(18, 2),
    ...source,
  },
});

/** Opportunities open at a date, largest first. */
export const openOpportunities = defineQuery({
  file: 'reports/opportunities_open.sql',
  params: {
    as_of: t.date(),
    ...ofGroup,
    position: t.integer().nullable(),
    stalled: t.boolean().nullable(),
    stalled_before: t.date(),
    top: t.integer().nullable(),
    at_least: t.decimal(18, 2).nullable(),
    ...seen,
  },
  row: {
    ...opportunity,
    stage: t.text().nullable(),
    entered_on: t.date().nullable(),
    weighed_at: t.integer().nullable(),
    expected_amount: t.decimal(18, 2).nullable(),
    expected_close_on: t.date().nullable(),
    ...source,
  },
});
