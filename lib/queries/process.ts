import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

const cohort = { process: t.text(), from: t.date(), to: t.date(), as_of: t.date(), ...scopeParameters };

/** F-08: how many items reached each stage of a process. */
export const processCounts = defineQuery({
  file: 'reports/process_funnel.sql',
  params: { ...cohort, stages: t.integer() },
  row: {
    position: t.integer(),
    reached: t.integer(),
    entered: t.integer(),
    median_days: t.double().nullable(),
    p90_days: t.double().nullable(),
  },
});

/** The items that reached a stage. */
export const processRows = defineQuery({
  file: 'reports/process_items.sql',
  params: { ...cohort, position: t.integer(), exactly: t.boolean().nullable() },
  row: {
    item_id: t.text(),
    name: t.text().nullable(),
    department: t.text().nullable(),
    owner: t.text().nullable(),
    started_on: t.date().nullable(),
    reached: t.integer(),
    last_on: t.date().nullable(),
    ...source,
  },
});
