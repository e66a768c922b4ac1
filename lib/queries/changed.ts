import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

/** Imports that stand, from a number or a day on. */
export const importsSince = defineQuery({
  file: 'reports/changed_imports.sql',
  params: { since_import: t.integer().nullable(), since_day: t.date().nullable() },
  row: { import_id: t.integer(), finished_at: t.instant(), new: t.integer(), changed: t.integer() },
});

/** The rows that imports brought since one of them. */
export const rowsBrought = defineQuery({
  file: 'reports/changed_rows.sql',
  params: {
    since: t.integer(),
    customer_id: t.text().nullable(),
    opportunity_id: t.text().nullable(),
    technician_id: t.text().nullable(),
    salespeople: t.list(t.text()).nullable(),
    departments: t.list(t.text()).nullable(),
    ...scopeParameters,
  },
  row: {
    kind: t.text(),
    source_id: t.text(),
    date: t.date().nullable(),
    customer_id: t.text().nullable(),
    name: t.text().nullable(),
    opportunity_id: t.text().nullable(),
    technician_id: t.text().nullable(),
    salesperson: t.text().nullable(),
    department: t.text().nullable(),
    ...source,
  },
});
