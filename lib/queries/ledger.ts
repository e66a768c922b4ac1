/** What is kept of every customer's ledger, so that it is covered in memory as of any day. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

/** charges, in no order; a customer's are counted from 1 by `position`. Amounts in yuan. */
export const ledgerCharges = defineQuery({
  file: 'reports/ledger_charges.sql',
  params: {},
  row: {
    customer_key: t.integer(),
    position: t.integer(),
    date: t.date(),
    due_on: t.date().nullable(),
    is_sale: t.integer(),
    amount: t.decimal(18, 2),
  },
});

/** what names a sale, by customer and day; `position` is that of the charge. */
export const ledgerSettlements = defineQuery({
  file: 'reports/ledger_settlements.sql',
  params: {},
  row: { customer_key: t.integer(), position: t.integer(), date: t.date(), amount: t.decimal(18, 2) },
});

/** credits less refunds, by customer and day. */
export const ledgerCredits = defineQuery({
  file: 'reports/ledger_credits.sql',
  params: {},
  row: { customer_key: t.integer(), date: t.date(), amount: t.decimal(18, 2) },
});

/** since when customers have a ledger row, of any kind. */
export const ledgerSince = defineQuery({
  file: 'reports/ledger_since.sql',
  params: {},
  row: { customer_key: t.integer(), first_on: t.date() },
});
