import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

/** How far the loaded data reaches: one row. */
export const dataDates = defineQuery({
  file: 'reports/data_dates.sql',
  params: { today: t.date() },
  row: {
    last_on: t.date().nullable(),
    ledger_on: t.date().nullable(),
    visits_on: t.date().nullable(),
    jobs_on: t.date().nullable(),
    loaded_at: t.instant().nullable(),
  },
});
