import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters, source } from './customer-filters';

/** the base of departments, whole, by customer number; null: of all. What the ledger says is `reviewSales`. */
export const reviewCustomers = defineQuery({
  file: 'reports/review_customers.sql',
  params: {
    period_start: t.date(),
    period_end: t.date(),
    clean_from: t.date(),
    departments: t.list(t.text()).nullable(),
  },
  row: {
    customer_key: t.integer(),
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    tier: t.text().nullable(),
    institution_class: t.text().nullable(),
    specialty: t.text().nullable(),
    beds: t.integer().nullable(),
    incidents: t.integer(),
    grave_incidents: t.integer(),
    listing_incidents: t.integer(),
    unclean_incidents: t.integer(),
    first_incident_on: t.date().nullable(),
  },
});

/**
 * net sales of the period and of the 12 months up to its end, in yuan, and in how many of these there was
 * a sale; a customer without one has no row. `departments`: of these alone; null: of all.
 */
export const reviewSales = defineQuery({
  file: 'reports/review_sales.sql',
  params: {
    period_start: t.date(),
    period_end: t.date(),
    year_from: t.date(),
    departments: t.list(t.text()).nullable(),
  },
  row: {
    customer_key: t.integer(),
    net_sales: t.decimal(18, 2),
    net_sales_12m: t.decimal(18, 2),
    months_with_sale: t.integer(),
  },
});

/** The customers whom filters and the viewer's scope leave, as far as they tell customers of one department apart. */
export const reviewWanted = defineQuery({
  file: 'reports/review_wanted.sql',
  params: { period_end: t.date(), ...customerFilters },
  row: { customer_id: t.text() },
});

/** A mark of everything decided that can touch a review of a day: the same mark, the same tiers and blacklists. */
export const reviewDecided = defineQuery({
  file: 'reports/review_decided.sql',
  params: { period_end: t.date() },
  row: { mark: t.text() },
});

/** how many are reviewed in a half-year and how many of them decided, by department and tier at its end. */
export const reviewCounts = defineQuery({
  file: 'reports/review_counts.sql',
  params: { period: t.text(), period_end: t.date(), ...customerFilters },
  row: {
    department: t.text().nullable(),
    tier: t.text().nullable(),
    reviewed: t.integer(),
    decided: t.integer(),
    accepted: t.integer(),
    overridden: t.integer(),
    /** The latest day from which one of the decisions holds. */
    last_effective_on: t.date().nullable(),
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
