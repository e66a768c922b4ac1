import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

/** I: the customers of the trade in sight, by customer number. */
export const idleRegister = defineQuery({
  file: 'reports/idle_register.sql',
  params: scopeParameters,
  row: {
    customer_key: t.integer(),
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
    tier: t.text().nullable(),
    collected_on: t.date().nullable(),
    entered_on: t.date().nullable(),
    assigned_on: t.date().nullable(),
    admitted_on: t.date().nullable(),
  },
});

/** V-05: every contact, packed as the file says. `methods`: the places that entries name, from 1; 0 is none of them. */
export const contactTurns = defineQuery({
  file: 'reports/idle_turns.sql',
  params: { methods: t.list(t.text()) },
  row: { customer_key: t.integer(), turn: t.integer(), entry: t.integer() },
});

/** I-06, I-07, I-09: the days of sales and returns by customer and day. */
export const saleDays = defineQuery({
  file: 'reports/idle_sale_days.sql',
  params: {},
  row: {
    customer_key: t.integer(),
    date: t.date(),
    has_sale: t.integer(),
    net_sales: t.decimal(18, 2),
    gap_days: t.integer().nullable(),
  },
});

/** I-03: when opportunities were open at solution or later. */
export const intentSpans = defineQuery({
  file: 'reports/idle_intents.sql',
  params: {},
  row: {
    customer_key: t.integer(),
    from_on: t.date(),
    to_on: t.date().nullable(),
    created_on: t.date().nullable(),
  },
});

/** who was blacklisted when. */
export const listedSpans = defineQuery({
  file: 'reports/idle_listed.sql',
  params: {},
  row: { customer_key: t.integer(), listed_on: t.date(), removed_on: t.date().nullable() },
});

/** every decision on a tier; of a customer's the one that holds the longer comes last. */
export const tierDecisions = defineQuery({
  file: 'reports/idle_tiers.sql',
  params: {},
  row: { customer_key: t.integer(), effective_on: t.date(), tier: t.text() },
});

/** Who bought one of some products, and since when. */
export const productBuyers = defineQuery({
  file: 'reports/idle_bought.sql',
  params: { products: t.list(t.text()) },
  row: { customer_key: t.integer(), first_on: t.date() },
});

/** V-07: who has a visit planned from a day on that was not done by then, and for when. */
export const plannedDays = defineQuery({
  file: 'reports/idle_planned_days.sql',
  params: { as_of: t.date() },
  row: { customer_key: t.integer(), planned_for: t.date() },
});

/** V-07: how many visits each salesperson has planned for some days, and not done by the as-of date. */
export const plannedByPerson = defineQuery({
  file: 'reports/idle_planned_people.sql',
  params: { as_of: t.date(), from_on: t.date(), to_on: t.date(), ...scopeParameters },
  row: { salesperson: t.text(), visits: t.integer() },
});

/** Visits planned and not done by a date, from that day on; `customers` null: of all. */
export const plannedVisits = defineQuery({
  file: 'reports/idle_plans.sql',
  params: { as_of: t.date(), customers: t.list(t.text()).nullable(), ...scopeParameters },
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
