import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

const listOrAll = () => t.list(t.text()).nullable();

/** Department of the ledger row, region and owner of its customer; null is all. */
const seen = {
  as_of: t.date(),
  departments: listOrAll(),
  regions: listOrAll(),
  owners: listOrAll(),
  ...scopeParameters,
};

/** Net sales by month of the year, and a year before. */
export const salesByMonth = defineQuery({
  file: 'reports/overview_sales.sql',
  params: seen,
  row: { period: t.text(), net_sales: t.decimal(18, 2), net_sales_before: t.decimal(18, 2) },
});

/** Net sales of the year and of the month by department and salesperson. */
export const salesByPerson = defineQuery({
  file: 'reports/overview_people.sql',
  params: seen,
  row: {
    department: t.text().nullable(),
    salesperson: t.text().nullable(),
    net_sales: t.decimal(18, 2),
    net_sales_month: t.decimal(18, 2),
  },
});

/** Open opportunities by department and salesperson; stalled are those in their stage since before a day. */
export const openByPerson = defineQuery({
  file: 'reports/overview_open.sql',
  params: { ...seen, stalled_before: t.date() },
  row: {
    department: t.text().nullable(),
    salesperson: t.text().nullable(),
    open: t.integer(),
    open_amount: t.decimal(18, 2),
    stalled: t.integer(),
  },
});

/** The sales and returns of a period. */
export const salesEntries = defineQuery({
  file: 'reports/overview_entries.sql',
  params: { ...seen, from: t.date(), to: t.date(), salespeople: listOrAll() },
  row: {
    entry_id: t.text(),
    line_no: t.text().nullable(),
    date: t.date(),
    kind: t.text(),
    customer_id: t.text(),
    customer_name: t.text().nullable(),
    department: t.text().nullable(),
    salesperson: t.text().nullable(),
    product: t.text().nullable(),
    net_sales: t.decimal(18, 2),
    ...source,
  },
});
