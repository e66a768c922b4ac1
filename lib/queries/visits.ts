import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters } from './customer-filters';

/** What every question about the visits of a period is asked with. */
export const visitScope = {
  from: t.date(),
  /** The earlier of the period's end and the as-of date. */
  until: t.date(),
  as_of: t.date(),
  face_to_face: t.list(t.text()),
  tiers: t.list(t.text()).nullable(),
  /** Neither a filter nor a scope: customers that no register knows count too. */
  unfiltered: t.boolean(),
  ...customerFilters,
};

/** V-01 to V-07: the counts of a period by group, and of the whole; every share is one of these over another. */
export const visitCounts = defineQuery({
  file: 'reports/visits.sql',
  params: { ...visitScope, by: t.text(), due_after: t.list(t.integer()), strike_days: t.integer() },
  row: {
    group: t.text().nullable(),
    whole: t.boolean(),
    planned: t.integer(),
    done: t.integer(),
    contacts: t.integer(),
    customers_assigned: t.integer(),
    customers_visited: t.integer(),
    assigned_visits: t.integer(),
    top_visits: t.integer(),
    approved_before: t.integer(),
    approval_breaches: t.integer(),
    minutes_due: t.integer(),
    minutes_on_time: t.integer(),
    minutes_pending: t.integer(),
    first_contacts: t.integer(),
    cold_calls: t.integer(),
    customers_met: t.integer(),
    visited_and_bought: t.integer(),
    new_customers: t.integer(),
  },
});

/** What the counts by group leave out: purposes, review and confirmation, costs. */
export const visitSummary = defineQuery({
  file: 'reports/visits_summary.sql',
  params: visitScope,
  row: {
    field_visits: t.integer(),
    no_purpose: t.integer(),
    unreviewed: t.integer(),
    unconfirmed: t.integer(),
    cost: t.decimal(18, 2),
    unapproved_costs: t.integer(),
  },
});

/** V-04, V-05: roles of those met, and the methods of first contacts. */
export const visitMix = defineQuery({
  file: 'reports/visits_mix.sql',
  params: visitScope,
  row: { part: t.text(), code: t.text().nullable(), count: t.integer() },
});

/** V-07 by ISO week. */
export const visitWeeks = defineQuery({
  file: 'reports/visits_weeks.sql',
  params: { ...visitScope, by: t.text(), strike_days: t.integer() },
  row: {
    group: t.text().nullable(),
    week: t.date(),
    planned: t.integer(),
    done: t.integer(),
    contacts: t.integer(),
    customers_met: t.integer(),
    visited_and_bought: t.integer(),
  },
});
