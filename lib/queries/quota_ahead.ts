import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

/** what decides in which quotas some customers count on a day. Unknown numbers have no row. */
export const quotaScratch = defineQuery({
  file: 'reports/quota_scratch.sql',
  params: { as_of: t.date(), sold_from: t.date(), customers: t.list(t.text()), ...scopeParameters },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
    tier: t.text().nullable(),
    admitted_on: t.date().nullable(),
    listed: t.boolean(),
    in_base: t.boolean(),
    products: t.list(t.text()),
  },
});

/** Trade customers in no base on a day. */
export const quotaOutside = defineQuery({
  file: 'reports/quota_outside.sql',
  params: { as_of: t.date(), departments: t.list(t.text()).nullable(), ...scopeParameters },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
    tier: t.text().nullable(),
    outside: t.text(),
    admitted_on: t.date().nullable(),
    ...source,
  },
});

/** Dated events after `as_of` up to `until` that move a quota, or let an admission's papers lapse. */
export const quotaAhead = defineQuery({
  file: 'reports/quota_ahead.sql',
  params: { as_of: t.date(), until: t.date(), departments: t.list(t.text()).nullable(), ...scopeParameters },
  row: {
    date: t.date(),
    event: t.text(),
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    owner: t.text().nullable(),
    tier: t.text().nullable(),
    lapses: t.boolean(),
    ...source,
  },
});
