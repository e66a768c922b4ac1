import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';

const customers = { as_of: t.date(), customers: t.list(t.text()) };

/** the last day by `as_of` on which each customer's tier was decided; none: no row. */
export const lastDecided = defineQuery({
  file: 'reports/demotion_decided.sql',
  params: customers,
  row: { customer_id: t.text(), decided_on: t.date() },
});

/** The ledgers of some customers up to `as_of`, customer by customer, oldest first. Amounts in yuan. */
export const ledgersOf = defineQuery({
  file: 'reports/demotion_entries.sql',
  params: customers,
  row: {
    customer_id: t.text(),
    entry_id: t.text(),
    line_no: t.text().nullable(),
    date: t.date(),
    kind: t.text(),
    amount: t.decimal(18, 2),
    due_on: t.date().nullable(),
    settles: t.text().nullable(),
    ...source,
  },
});

/** incidents with some customers found from `found_from` to `as_of`. */
export const incidentsOf = defineQuery({
  file: 'reports/demotion_incidents.sql',
  params: { ...customers, found_from: t.date() },
  row: {
    customer_id: t.text(),
    incident_id: t.text(),
    kind: t.text(),
    occurred_on: t.date(),
    found_on: t.date(),
    ...source,
  },
});
