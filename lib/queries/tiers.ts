import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

/** the decisions on one customer's tier effective by `as_of`, the latest first. */
export const customerTiers = defineQuery({
  file: 'reports/customer_tiers.sql',
  params: { as_of: t.date(), customer_id: t.text(), ...scopeParameters },
  row: {
    effective_on: t.date(),
    tier: t.text(),
    period: t.text().nullable(),
    score: t.decimal(18, 2).nullable(),
    reason: t.text().nullable(),
    made_in: t.text(),
    ...source,
  },
});

/** the tiers of some customers on a day; `effective_on` and `made_in` are empty where the register gives it. */
export const tiersOnDay = defineQuery({
  file: 'reports/tiers_on_day.sql',
  params: { as_of: t.date(), customers: t.list(t.text()) },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    tier: t.text().nullable(),
    effective_on: t.date().nullable(),
    made_in: t.text().nullable(),
  },
});
