import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters, scopeParameters, source } from './customer-filters';

/** Filters and scope; null is all. */
const seen = { tiers: t.list(t.text()).nullable(), ...customerFilters };

const record = {
  customer_id: t.text(),
  name: t.text(),
  department: t.text().nullable(),
  region: t.text().nullable(),
  owner: t.text().nullable(),
  grade: t.text().nullable(),
  collected_on: t.date().nullable(),
  entered_on: t.date().nullable(),
  assigned_on: t.date().nullable(),
};

/** O-01, O-03 to O-05: customers whose registration may show something. */
export const registrations = defineQuery({
  file: 'reports/ownership_files.sql',
  params: {
    as_of: t.date(),
    methods: t.list(t.text()),
    enter_within: t.integer(),
    first_within: t.integer(),
    forward_within: t.integer(),
    ...seen,
  },
  row: {
    ...record,
    reviewed_on: t.date().nullable(),
    forwarded_on: t.date().nullable(),
    first_contact_on: t.date().nullable(),
    contacts_known: t.boolean(),
    seen: t.boolean(),
    ...source,
  },
});

/** O-02: records of a customer that somebody else had entered before. */
export const ownershipConflicts = defineQuery({
  file: 'reports/ownership_conflicts.sql',
  params: { as_of: t.date(), ...seen },
  row: {
    ...record,
    marks: t.list(t.text()),
    other_customer_id: t.text(),
    other_name: t.text(),
    other_owner: t.text().nullable(),
    other_entered_on: t.date().nullable(),
    seen: t.boolean(),
    ...source,
  },
});

/** O-04: what each owner has, whole company, with what was decided and is not loaded yet. */
export const customersOwned = defineQuery({
  file: 'reports/ownership_owned.sql',
  params: {
    as_of: t.date(),
    moved_customers: t.list(t.text()),
    moved_from: t.list(t.text()),
    moved_owners: t.list(t.text()),
  },
  row: {
    owner: t.text(),
    region: t.text().nullable(),
    department: t.text().nullable(),
    customers: t.integer(),
    own_department: t.text().nullable(),
    has_left: t.boolean(),
  },
});

/** F-06: opportunities closed so far, whole company. */
export const closedBySalesperson = defineQuery({
  file: 'reports/ownership_closed.sql',
  params: { as_of: t.date() },
  row: {
    salesperson: t.text().nullable(),
    department: t.text().nullable(),
    signed: t.integer(),
    closed: t.integer(),
  },
});

/** Names and owners of customers, as the register has them. */
export const namesOfCustomers = defineQuery({
  file: 'reports/ownership_names.sql',
  params: { customers: t.list(t.text()), ...scopeParameters },
  row: { customer_id: t.text(), name: t.text(), owner: t.text().nullable() },
});
