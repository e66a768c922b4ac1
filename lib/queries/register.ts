import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

/** Every customer that a register or the ledger names, with what it is split and filtered by. */
export const register = defineQuery({
  file: 'reports/register.sql',
  params: {},
  row: {
    customer_key: t.integer(),
    is_known: t.integer(),
    is_trade: t.integer(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
  },
});

/** Their numbers and names, in the order of `customer_key`, which is that of the customer number. */
export const registerNames = defineQuery({
  file: 'reports/register_names.sql',
  params: {},
  row: { customer_key: t.integer(), customer_id: t.text(), name: t.text().nullable() },
});

/** who is on the company's blacklist or that of its own department on a day. */
export const registerListed = defineQuery({
  file: 'reports/register_listed.sql',
  params: { day: t.date() },
  row: { customer_key: t.integer() },
});

/** Who bears one of some tiers and has bought one of some products by a date; null: not asked. */
export const registerHeld = defineQuery({
  file: 'reports/register_held.sql',
  params: { as_of: t.date(), tiers: t.list(t.text()).nullable(), products: t.list(t.text()).nullable() },
  row: { customer_key: t.integer() },
});
