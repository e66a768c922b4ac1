import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

/**
 * I-08, I-09: all that are watched, judged, the most valuable first. `methods` null: all count. `reasons` and
 * `next_reasons` are sums of bits, as the file says.
 */
export const idleCustomers = defineQuery({
  file: 'reports/idle.sql',
  params: {
    as_of: t.date(),
    methods: t.list(t.text()).nullable(),
    face_to_face: t.list(t.text()),
    first_within: t.integer(),
    customer_visit_every: t.integer(),
    intent_every: t.integer(),
    cold_every: t.integer(),
    prospect_every: t.integer(),
    idle_days: t.integer(),
    rhythm_factor: t.decimal(9, 4),
    rhythm_min_sales: t.integer(),
    value_days: t.integer(),
    products: t.list(t.text()).nullable(),
    ...scopeParameters,
  },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
    tier: t.text().nullable(),
    class: t.text(),
    last_contact_on: t.date().nullable(),
    last_contact_method: t.text().nullable(),
    last_visit_on: t.date().nullable(),
    last_sale_on: t.date().nullable(),
    due_on: t.date().nullable(),
    days_overdue: t.integer().nullable(),
    reasons: t.integer(),
    next_due_on: t.date().nullable(),
    next_reasons: t.integer(),
    value_at_stake: t.decimal(18, 2),
  },
});

/** Visits planned and not done by a date, from that day on. */
export const plannedVisits = defineQuery({
  file: 'reports/idle_plans.sql',
  params: { as_of: t.date(), ...scopeParameters },
  row: {
    visit_id: t.text(),
    customer_id: t.text(),
    salesperson: t.text(),
    method: t.text(),
    planned_for: t.date(),
    purpose: t.text().nullable(),
    ...source,
  },
});

/** Face-to-face contacts by salesperson between two days. */
export const contactPace = defineQuery({
  file: 'reports/idle_pace.sql',
  params: { from_on: t.date(), as_of: t.date(), face_to_face: t.list(t.text()) },
  row: { salesperson: t.text(), visits: t.integer() },
});

/** What the rules judge some customers by; those who are not watched have no row. */
export const idleFacts = defineQuery({
  file: 'reports/idle_facts.sql',
  params: {
    as_of: t.date(),
    customers: t.list(t.text()),
    face_to_face: t.list(t.text()),
    methods: t.list(t.text()),
    ...scopeParameters,
  },
  row: {
    customer_id: t.text(),
    assigned_on: t.date().nullable(),
    last_contact_on: t.date().nullable(),
    last_conclusion: t.text().nullable(),
    last_visit_on: t.date().nullable(),
    first_sale_on: t.date().nullable(),
    last_sale_on: t.date().nullable(),
    sale_days: t.integer(),
    median_gap: t.decimal(10, 1).nullable(),
    intent: t.boolean(),
    intent_since: t.date().nullable(),
  },
});

/** The contacts of one customer up to a date, latest first. */
export const contactsOfCustomer = defineQuery({
  file: 'reports/idle_contacts.sql',
  params: { as_of: t.date(), customer_id: t.text(), face_to_face: t.list(t.text()), ...scopeParameters },
  row: {
    visit_id: t.text(),
    contact_on: t.date(),
    method: t.text(),
    face_to_face: t.boolean(),
    conclusion: t.text().nullable(),
    salesperson: t.text(),
    contact_name: t.text().nullable(),
    contact_role: t.text().nullable(),
    purpose: t.text().nullable(),
    opportunity_id: t.text().nullable(),
    ...source,
  },
});

/** The sales and returns of one customer up to a date, latest first. */
export const salesOfCustomer = defineQuery({
  file: 'reports/idle_sales.sql',
  params: { as_of: t.date(), customer_id: t.text(), value_days: t.integer(), ...scopeParameters },
  row: {
    entry_id: t.text(),
    line_no: t.text().nullable(),
    date: t.date(),
    kind: t.text(),
    amount: t.decimal(18, 2),
    product: t.text().nullable(),
    quantity: t.decimal(18, 3).nullable(),
    gap_days: t.integer().nullable(),
    in_value: t.boolean(),
    ...source,
  },
});
