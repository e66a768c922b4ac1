import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';
import { visitScope } from './visits';

/** A group of a split: every one, else `grp`, null being what has no group. */
const group = { every_group: t.boolean(), grp: t.text().nullable() };

/** The forms behind a figure of the visits of a period. */
export const visitForms = defineQuery({
  file: 'reports/visits_rows.sql',
  params: {
    ...visitScope,
    by: t.text(),
    due_after: t.list(t.integer()),
    figure: t.text(),
    ...group,
    customer_id: t.text().nullable(),
    role: t.text().nullable(),
    method: t.text().nullable(),
  },
  row: {
    visit_id: t.text(),
    customer_id: t.text(),
    name: t.text().nullable(),
    salesperson: t.text(),
    method: t.text(),
    planned_for: t.date().nullable(),
    visited_at: t.instant().nullable(),
    contact_name: t.text().nullable(),
    contact_role: t.text().nullable(),
    purpose: t.text().nullable(),
    conclusion: t.text().nullable(),
    approved_by: t.text().nullable(),
    approved_at: t.instant().nullable(),
    left_at: t.instant().nullable(),
    approval: t.text().nullable(),
    minutes_due_on: t.date().nullable(),
    minutes_filed_at: t.instant().nullable(),
    minutes: t.text().nullable(),
    minutes_reviewed_at: t.instant().nullable(),
    customer_confirmed_at: t.instant().nullable(),
    cost: t.decimal(18, 2),
    ...source,
  },
});

/** The customers behind coverage, meetings and first sales of a period. */
export const visitCustomers = defineQuery({
  file: 'reports/visits_customers.sql',
  params: { ...visitScope, by: t.text(), strike_days: t.integer(), figure: t.text(), ...group },
  row: {
    group: t.text().nullable(),
    customer_id: t.text(),
    name: t.text().nullable(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
    tier: t.text().nullable(),
    visits: t.integer(),
    last_visit_on: t.date().nullable(),
    bought_on: t.date().nullable(),
    net_sales: t.decimal(18, 2),
    ...source,
  },
});

const { face_to_face: _methods, ...anyMethod } = visitScope;

/** V-11: gifts and receptions by customer. */
export const visitCosts = defineQuery({
  file: 'reports/visits_costs.sql',
  params: anyMethod,
  row: {
    customer_id: t.text(),
    name: t.text().nullable(),
    department: t.text().nullable(),
    owner: t.text().nullable(),
    gift_cost: t.decimal(18, 2),
    reception_cost: t.decimal(18, 2),
    cost: t.decimal(18, 2),
    net_sales: t.decimal(18, 2),
    forms: t.integer(),
    unapproved: t.integer(),
  },
});

const { from: _from, until: _until, ...openScope } = anyMethod;

/** V-08: open opportunities from the solution stage on, and when a decision maker was last met. */
export const decisionMakers = defineQuery({
  file: 'reports/visits_decision_makers.sql',
  params: openScope,
  row: {
    opportunity_id: t.text(),
    customer_id: t.text(),
    name: t.text().nullable(),
    department: t.text().nullable(),
    salesperson: t.text().nullable(),
    grade: t.text().nullable(),
    stage: t.text(),
    created_on: t.date().nullable(),
    expected_amount: t.decimal(18, 2).nullable(),
    met_on: t.date().nullable(),
    ...source,
  },
});

/** V-10: records with something to ask about, once for each question. */
export const visitQuestions = defineQuery({
  file: 'reports/visits_questions.sql',
  params: {
    ...visitScope,
    burst_count: t.integer(),
    burst_minutes: t.integer(),
    same_text_min: t.integer(),
  },
  row: {
    question: t.text(),
    key: t.text(),
    visit_id: t.text().nullable(),
    customer_id: t.text(),
    name: t.text().nullable(),
    salesperson: t.text().nullable(),
    method: t.text().nullable(),
    day: t.date(),
    visited_at: t.instant().nullable(),
    left_at: t.instant().nullable(),
    approved_at: t.instant().nullable(),
    minutes_filed_at: t.instant().nullable(),
    purpose: t.text().nullable(),
    note: t.text().nullable(),
    ...source,
  },
});
