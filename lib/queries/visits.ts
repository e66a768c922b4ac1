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

const days = { from: t.date(), to: t.date() };

/** Forms whose contact or plan lies in some days; what is packed is told in the file. */
export const visitForms = defineQuery({
  file: 'reports/visits_forms.sql',
  params: { ...days, methods: t.list(t.text()), roles: t.list(t.text()) },
  row: {
    customer_key: t.integer().nullable(),
    stray: t.text().nullable(),
    salesperson: t.text().nullable(),
    contact_planned: t.integer(),
    filed_reviewed: t.integer(),
    confirmed_rest: t.integer(),
    cost: t.decimal(12, 2),
  },
});

/** V-04: first contacts ever that lie in some days. */
export const visitFirstContacts = defineQuery({
  file: 'reports/visits_first_contacts.sql',
  params: days,
  row: {
    customer_key: t.integer().nullable(),
    stray: t.text().nullable(),
    contact_on: t.date(),
    method: t.text().nullable(),
    salesperson: t.text().nullable(),
  },
});

/** V-07: days among some on which customers bought, and who made the first sale of each. */
export const visitSales = defineQuery({
  file: 'reports/visits_sales.sql',
  params: days,
  row: {
    customer_key: t.integer(),
    date: t.date(),
    is_first: t.integer(),
    salesperson: t.text().nullable(),
  },
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
