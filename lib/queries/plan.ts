import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

const list = () => t.list(t.text()).nullable();

/** A span of whole months, what of it is over, and whose plan it is. */
const span = {
  from: t.date(),
  to: t.date(),
  /** The earlier of the span's end and the as-of date. */
  until: t.date(),
  face_to_face: t.list(t.text()),
  by: t.text(),
  departments: list(),
  owners: list(),
  products: list(),
  ...scopeParameters,
};

/** P-01: plan and actuals by group. */
export const planByGroup = defineQuery({
  file: 'reports/plan.sql',
  params: span,
  row: {
    group: t.text().nullable(),
    plan_amount: t.decimal(18, 2).nullable(),
    actual_amount: t.decimal(18, 2),
    plan_visits: t.integer().nullable(),
    actual_visits: t.integer(),
    plan_new: t.integer().nullable(),
    actual_new: t.integer(),
  },
});

/** The records behind a figure of the plan. */
export const planRecords = defineQuery({
  file: 'reports/plan_rows.sql',
  params: { ...span, figure: t.text(), every_group: t.boolean(), grp: t.text().nullable() },
  row: {
    date: t.date(),
    source_id: t.text().nullable(),
    customer_id: t.text().nullable(),
    name: t.text().nullable(),
    department: t.text().nullable(),
    salesperson: t.text().nullable(),
    product: t.text().nullable(),
    amount: t.decimal(18, 2).nullable(),
    plan_visits: t.integer().nullable(),
    plan_new: t.integer().nullable(),
    ...source,
  },
});

/** P-02: who is new in a month, and the calls made while new. */
export const callsOfNew = defineQuery({
  file: 'reports/plan_calls.sql',
  params: {
    from: t.date(),
    until: t.date(),
    new_days: t.integer(),
    departments: list(),
    owners: list(),
    ...scopeParameters,
  },
  row: {
    salesperson: t.text(),
    department: t.text().nullable(),
    joined_on: t.date(),
    new_from: t.date(),
    new_until: t.date(),
    calls: t.integer(),
  },
});
