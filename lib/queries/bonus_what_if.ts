/** Facts that a what-if of bonuses needs beside those of the statements. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

const days = { from: t.date(), until: t.date() };

/** B-01: how other coefficients (decimal text, in the order of the work types) change the points of a month. */
export const bonusRepriced = defineQuery({
  file: 'reports/bonus_repriced.sql',
  params: {
    ...days,
    default_quantity: t.decimal(18, 6),
    work_types: t.list(t.text()),
    coefficients: t.list(t.decimal(18, 3)),
  },
  row: {
    technician_id: t.text(),
    gross_points: t.decimal(38, 9),
    repeat_points: t.decimal(38, 9),
    priced: t.integer(),
  },
});

/** B-06: each reward with its amount. */
export const bonusRewards = defineQuery({
  file: 'reports/bonus_rewards.sql',
  params: days,
  row: {
    technician_id: t.text(),
    date: t.date(),
    figure: t.text(),
    amount: t.decimal(18, 2),
    source_id: t.text(),
  },
});

/** B-01: the work types of some days. */
export const bonusWorkTypes = defineQuery({
  file: 'reports/bonus_work_types.sql',
  params: days,
  row: {
    work_type: t.text(),
    category: t.text().nullable(),
    first_coefficient: t.decimal(18, 3).nullable(),
    coefficient: t.decimal(18, 3).nullable(),
    jobs: t.integer(),
    priced: t.integer(),
  },
});
