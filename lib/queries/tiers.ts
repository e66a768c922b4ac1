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
