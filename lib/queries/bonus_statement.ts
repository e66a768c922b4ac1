/** What the statements of a month are made of, for one technician or for everybody at once. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';

/** The lines of a month's statements, by technician; `technician` null: of all. */
export const bonusLines = defineQuery({
  file: 'reports/bonus_lines.sql',
  params: {
    from: t.date(),
    until: t.date(),
    default_quantity: t.decimal(18, 6),
    technician: t.text().nullable(),
  },
  row: {
    technician_id: t.text(),
    figure: t.text(),
    date: t.date(),
    source_kind: t.text(),
    source_id: t.text(),
    subject: t.text().nullable(),
    customer_id: t.text().nullable(),
    customer_name: t.text().nullable(),
    recorded_points: t.decimal(18, 3).nullable(),
    coefficient: t.decimal(18, 3).nullable(),
    coefficient_from: t.date().nullable(),
    quantity: t.decimal(18, 6).nullable(),
    points: t.decimal(38, 9).nullable(),
    amount: t.decimal(18, 2).nullable(),
    counts: t.boolean(),
    note: t.text().nullable(),
    repeat_of: t.text().nullable(),
    done_by: t.text().nullable(),
    remark: t.text().nullable(),
    ...source,
  },
});
