/** The facts of service bonuses. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

const source = {
  source_import: t.integer().nullable(),
  source_file: t.text().nullable(),
  source_sheet: t.text().nullable(),
  source_line: t.integer().nullable(),
};
const days = { from: t.date(), until: t.date() };
const names = () => t.list(t.text()).nullable();

/** Everybody who was with the company from `from` to `until`, with the score of a quarter (none: `''`). */
export const bonusPeople = defineQuery({
  file: 'reports/bonus_people.sql',
  params: {
    ...days,
    quarter: t.text(),
    departments: names(),
    regions: names(),
    scope_departments: names(),
    scope_regions: names(),
    scope_owners: names(),
  },
  row: {
    technician_id: t.text(),
    name: t.text(),
    role: t.text(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    score: t.decimal(18, 3).nullable(),
    in_sight: t.boolean(),
    ...source,
  },
});

/** B-01 to B-03, B-06, B-07; of one technician or of all (null). */
export const bonusMonth = defineQuery({
  file: 'reports/bonus_month.sql',
  params: { ...days, default_quantity: t.decimal(18, 6), technician: t.text().nullable() },
  row: {
    technician_id: t.text(),
    gross_points: t.decimal(38, 9),
    repeat_points: t.decimal(38, 9),
    unpriced_jobs: t.integer(),
    accidents: t.integer(),
    praise: t.decimal(18, 2),
    savings: t.decimal(18, 2),
    unsigned: t.integer(),
    complaints: t.integer(),
  },
});

/** The rows behind `bonusMonth`, and those that are only listed; of one technician or of all (null). */
export const bonusEntries = defineQuery({
  file: 'reports/bonus_entries.sql',
  params: { ...days, default_quantity: t.decimal(18, 6), technician: t.text().nullable() },
  row: {
    technician_id: t.text(),
    figure: t.text(),
    date: t.date(),
    recorded_points: t.decimal(18, 3).nullable(),
    coefficient: t.decimal(18, 3).nullable(),
    quantity: t.decimal(18, 6),
    points: t.decimal(38, 9).nullable(),
    amount: t.decimal(18, 2).nullable(),
    counts: t.boolean(),
    note: t.text().nullable(),
    source_kind: t.text(),
    source_id: t.text(),
    ...source,
  },
});

/** B-09: sales received in full between two days, of one technician or of all (null). */
export const bonusParts = defineQuery({
  file: 'reports/bonus_parts.sql',
  params: { ...days, technician: t.text().nullable() },
  row: {
    sale_id: t.text(),
    technician_id: t.text(),
    received_in_full_on: t.date(),
    component_cost: t.decimal(18, 2),
    component_price: t.decimal(18, 2),
    service_days: t.decimal(18, 3).nullable(),
    service_fee: t.decimal(18, 2).nullable(),
    received_amount: t.decimal(18, 2).nullable(),
    ...source,
  },
});

/** B-08: by technician, or with `each` by project. */
export const bonusProjects = defineQuery({
  file: 'reports/bonus_projects.sql',
  params: {
    ...days,
    months: t.integer(),
    category: t.text(),
    causes: t.list(t.text()),
    each: t.boolean(),
    technician: t.text().nullable(),
  },
  row: {
    technician_id: t.text(),
    job_id: t.text().nullable(),
    project_id: t.text().nullable(),
    finished_on: t.date().nullable(),
    ends_on: t.date().nullable(),
    repeated_by: t.text().nullable(),
    projects: t.integer(),
    ...source,
  },
});
