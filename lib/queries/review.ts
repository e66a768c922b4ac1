import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters, source } from './customer-filters';

/**
 * the base of every department asked for, whole, with `wanted` true for the rows asked for.
 * `smaller` counts the base's customers with smaller net sales in the period.
 */
export const reviewCustomers = defineQuery({
  file: 'reports/review_customers.sql',
  params: {
    period_start: t.date(),
    period_end: t.date(),
    year_from: t.date(),
    clean_from: t.date(),
    tiers: t.list(t.text()).nullable(),
    ...customerFilters,
  },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    tier: t.text().nullable(),
    institution_class: t.text().nullable(),
    specialty: t.text().nullable(),
    beds: t.integer().nullable(),
    net_sales: t.decimal(18, 2),
    net_sales_12m: t.decimal(18, 2),
    months_with_sale: t.integer(),
    smaller: t.integer(),
    base: t.integer(),
    incidents: t.integer(),
    grave_incidents: t.integer(),
    listing_incidents: t.integer(),
    unclean_incidents: t.integer(),
    first_incident_on: t.date().nullable(),
    wanted: t.boolean(),
  },
});

/** Incidents of one customer found from `found_from` to `found_to`. */
export const reviewIncidents = defineQuery({
  file: 'reports/review_incidents.sql',
  params: { customer_id: t.text(), found_from: t.date(), found_to: t.date() },
  row: {
    incident_id: t.text(),
    kind: t.text(),
    occurred_on: t.date(),
    found_on: t.date(),
    note: t.text().nullable(),
    ...source,
  },
});

/** the decision that stands for each customer of a half-year's review; undecided ones have no row. */
export const reviewDecisions = defineQuery({
  file: 'reports/review_decisions.sql',
  params: { period: t.text() },
  row: {
    decision_id: t.integer(),
    customer_id: t.text(),
    decision: t.text(),
    tier: t.text().nullable(),
    effective_on: t.date(),
    made_on: t.date(),
    made_by: t.text(),
    reason: t.text().nullable(),
  },
});
