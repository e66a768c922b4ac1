import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

/** D-01, D-02: watched customers and what their files hold. `methods` null: all are contacts; `filled` is a sum of bits. */
export const filesOfCustomers = defineQuery({
  file: 'reports/completeness_customers.sql',
  params: {
    as_of: t.date(),
    methods: t.list(t.text()).nullable(),
    products: t.list(t.text()).nullable(),
    ...scopeParameters,
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
    contacted: t.integer(),
    pursued: t.integer(),
    sold: t.integer(),
    filled: t.integer(),
    updated_on: t.date().nullable(),
    days_since_update: t.integer().nullable(),
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
