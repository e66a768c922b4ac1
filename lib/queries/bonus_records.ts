import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';

/** The jobs and records behind the figures of some people's month. */
export const bonusRecordsOf = defineQuery({
  file: 'reports/bonus_records.sql',
  params: {
    from: t.date(),
    until: t.date(),
    default_quantity: t.decimal(18, 6),
    technicians: t.list(t.text()),
    figures: t.list(t.text()).nullable(),
  },
  row: {
    figure: t.text(),
    technician_id: t.text(),
    name: t.text().nullable(),
    date: t.date(),
    source_kind: t.text(),
    source_id: t.text(),
    work_type: t.text().nullable(),
    customer_id: t.text().nullable(),
    customer_name: t.text().nullable(),
    coefficient: t.decimal(18, 3).nullable(),
    quantity: t.decimal(18, 6).nullable(),
    points: t.decimal(38, 9).nullable(),
    amount: t.decimal(18, 2).nullable(),
    repeat_of: t.text().nullable(),
    note: t.text().nullable(),
    ...source,
  },
});

/** How many jobs each technician finished. */
export const bonusJobs = defineQuery({
  file: 'reports/bonus_jobs.sql',
  params: { from: t.date(), until: t.date() },
  row: { technician_id: t.text(), jobs: t.integer() },
});
