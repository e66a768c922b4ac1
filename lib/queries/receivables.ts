import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters, scopeParameters, source } from './customer-filters';

/** balances of customers with a ledger row up to `as_of`, in yuan. */
export const receivableBalances = defineQuery({
  file: 'reports/receivables.sql',
  params: {
    as_of: t.date(),
    /** The first day of the year that `as_of` has not ended: years before it count whole. */
    year_start: t.date(),
  },
  row: {
    customer_key: t.integer(),
    balance: t.decimal(18, 2),
  },
});

/**
 * A-02 to A-04, R-03: how customers' charges are covered as far as `as_of` knows. Amounts in yuan; a customer
 * without an open charge and without a sale due in the spans asked for has no row.
 */
export const customerCover = defineQuery({
  file: 'reports/customer_cover.sql',
  params: {
    as_of: t.date(),
    /** Sales due from here to `as_of` make the on-time rate. */
    due_from: t.date(),
    /** Sales found late from here to `as_of` are problems; overdue ones always. */
    found_from: t.date(),
    /** The same, for the look-back of a clean record. */
    clean_from: t.date(),
    grace_days: t.integer(),
    default_term: t.integer().nullable(),
    /** Only these; null: all, also those that are in no register. */
    customers: t.list(t.text()).nullable(),
    /** Whether open amounts by age, and whether problems are asked for: each costs a pass over the charges. */
    ages: t.boolean(),
    problems: t.boolean(),
  },
  row: {
    customer_key: t.integer(),
    customer_id: t.text(),
    not_due: t.decimal(18, 2),
    d1_30: t.decimal(18, 2),
    d31_60: t.decimal(18, 2),
    d61_90: t.decimal(18, 2),
    d91: t.decimal(18, 2),
    overdue: t.decimal(18, 2),
    due_amount: t.decimal(18, 2),
    on_time_amount: t.decimal(18, 2),
    problem_sales: t.integer(),
    unclean_sales: t.integer(),
    first_late_on: t.date().nullable(),
    oldest_overdue_on: t.date().nullable(),
    /** since when problems are known: the first found from `found_from` on, covered late or still overdue, ... */
    paid_found_on: t.date().nullable(),
    overdue_found_on: t.date().nullable(),
    /** ... the first of those overdue from before, and the last of all. */
    found_before_on: t.date().nullable(),
    last_found_on: t.date().nullable(),
  },
});

/** The ledger of one customer up to `as_of`, oldest first, with the balance after each row. */
export const customerEntries = defineQuery({
  file: 'reports/customer_entries.sql',
  params: { as_of: t.date(), customer_id: t.text(), ...scopeParameters },
  row: {
    entry_id: t.text(),
    line_no: t.text().nullable(),
    date: t.date(),
    kind: t.text(),
    amount: t.decimal(18, 2),
    product: t.text().nullable(),
    quantity: t.decimal(18, 3).nullable(),
    department: t.text().nullable(),
    salesperson: t.text().nullable(),
    due_on: t.date().nullable(),
    settles: t.text().nullable(),
    contract_id: t.text().nullable(),
    receipt_no: t.text().nullable(),
    balance: t.decimal(18, 2),
    ...source,
  },
});

/** sales up to `as_of` that never fall due, the latest first. Amounts in yuan. */
export const salesNeverDue = defineQuery({
  file: 'reports/sales_never_due.sql',
  params: { as_of: t.date(), default_term: t.integer().nullable(), ...customerFilters },
  row: {
    entry_id: t.text(),
    line_no: t.text().nullable(),
    customer_id: t.text(),
    name: t.text().nullable(),
    date: t.date(),
    amount: t.decimal(18, 2),
    product: t.text().nullable(),
    department: t.text().nullable(),
    owner: t.text().nullable(),
    ...source,
  },
});

/** The same added up. */
export const salesNeverDueTotal = defineQuery({
  file: 'reports/sales_never_due_total.sql',
  params: { as_of: t.date(), default_term: t.integer().nullable(), ...customerFilters },
  row: { sales: t.integer(), amount: t.decimal(18, 2) },
});
