import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters, source } from './customer-filters';

/** D-01, D-02: watched customers with what their file must hold and what it lacks. `methods` null: all are contacts. */
export const filesOfCustomers = defineQuery({
  file: 'reports/completeness_customers.sql',
  params: {
    as_of: t.date(),
    methods: t.list(t.text()).nullable(),
    always: t.list(t.text()),
    contacted: t.list(t.text()),
    opportunity: t.list(t.text()),
    sold: t.list(t.text()),
    tiers: t.list(t.text()).nullable(),
    ...customerFilters,
  },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
    tier: t.text().nullable(),
    class: t.text(),
    required: t.integer(),
    missing: t.list(t.text()),
    updated_on: t.date().nullable(),
    days_since_update: t.integer().nullable(),
    fields: t.list(t.text()),
    ...source,
  },
});

/** D-04: the market reports that were handed in. */
export const marketReportsHandedIn = defineQuery({
  file: 'reports/market_reports.sql',
  params: {},
  row: { salesperson: t.text(), month: t.text(), handed_in_on: t.date().nullable(), ...source },
});

/** D-04: who has to hand them in, and from when to when. */
export const marketPeople = defineQuery({
  file: 'reports/market_people.sql',
  params: {},
  row: {
    name: t.text(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    joined_on: t.date().nullable(),
    left_on: t.date().nullable(),
  },
});
