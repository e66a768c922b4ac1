import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

const one = { as_of: t.date(), customer_id: t.text(), ...scopeParameters };
const text = () => t.text().nullable();
const date = () => t.date().nullable();

/** The register's row of one customer; none where it is unknown or out of sight. */
export const customerFile = defineQuery({
  file: 'reports/customer_file.sql',
  params: one,
  row: {
    customer_key: t.integer().nullable(),
    customer_id: t.text(),
    name: t.text(),
    kind: t.text(),
    department: text(),
    region: text(),
    owner: text(),
    grade: text(),
    tier: text(),
    tier_since: date(),
    industry: text(),
    source: text(),
    institution_class: text(),
    specialty: text(),
    beds: t.integer().nullable(),
    tax_no: text(),
    contact_name: text(),
    phone: text(),
    address: text(),
    note: text(),
    collected_on: date(),
    entered_on: date(),
    assigned_on: date(),
    admitted_on: date(),
    licence_expires_on: date(),
    qualification_expires_on: date(),
    updated_on: date(),
    listed: t.boolean(),
    contract_until: date(),
    ...source,
  },
});

/**
 * one customer's ledger by month and by year, the latest first, and by product: net sales from `year_from`, and from
 * `before_from` up to then. Amounts in yuan; `period` is empty for products.
 */
export const customerLedger = defineQuery({
  file: 'reports/customer_ledger.sql',
  params: { ...one, year_from: t.date(), before_from: t.date() },
  row: {
    part: t.text(),
    period: date(),
    product: text(),
    sales: t.decimal(18, 2),
    returns: t.decimal(18, 2),
    payments: t.decimal(18, 2),
    refunds: t.decimal(18, 2),
    net_sales: t.decimal(18, 2),
    net_sales_before: t.decimal(18, 2).nullable(),
    balance: t.decimal(18, 2),
    last_sale_on: date(),
  },
});

/** what every customer bought in each year up to `as_of`, in yuan. */
export const customerTurnovers = defineQuery({
  file: 'reports/customer_ranks.sql',
  params: { as_of: t.date() },
  row: { year: t.integer(), customer_key: t.integer(), net_sales: t.decimal(18, 2) },
});

/** What happened with one customer up to a day, the latest first. */
export const customerTimeline = defineQuery({
  file: 'reports/customer_timeline.sql',
  params: one,
  row: {
    date: t.date(),
    event: t.text(),
    id: t.text(),
    code: text(),
    person: text(),
    detail: text(),
    amount: t.decimal(18, 2).nullable(),
    open: t.boolean(),
    ...source,
  },
});

/** Customers by a part of their name or number; at most `most`. */
export const customerSearch = defineQuery({
  file: 'reports/customer_search.sql',
  params: {
    typed: t.text(),
    departments: t.list(t.text()).nullable(),
    most: t.integer(),
    ...scopeParameters,
  },
  row: {
    customer_id: t.text(),
    name: t.text(),
    kind: t.text(),
    department: text(),
    region: text(),
    owner: text(),
    grade: text(),
    tier: text(),
    admitted_on: date(),
  },
});
