import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { customerFilters, source } from './customer-filters';

const counts = { base: t.integer(), vip: t.integer(), preferred: t.integer() };

/** base and held tiers by department; null: customers without one. */
export const quotaByDepartment = defineQuery({
  file: 'reports/quota_by_department.sql',
  params: { as_of: t.date(), sold_from: t.date(), ...customerFilters },
  row: { group: t.text().nullable(), ...counts },
});

/** the same among the buyers of each product since `sold_from`. */
export const quotaByProduct = defineQuery({
  file: 'reports/quota_by_product.sql',
  params: { as_of: t.date(), sold_from: t.date(), by_department: t.boolean(), ...customerFilters },
  row: { department: t.text().nullable(), product: t.text().nullable(), ...counts },
});

/** The customers behind a base; with `by_product` once for each product that they bought. */
export const quotaCustomers = defineQuery({
  file: 'reports/quota_customers.sql',
  params: {
    as_of: t.date(),
    sold_from: t.date(),
    by_product: t.boolean(),
    tiers: t.list(t.text()).nullable(),
    ...customerFilters,
  },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    product: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    grade: t.text().nullable(),
    tier: t.text().nullable(),
    tier_from: t.text().nullable(),
    tier_since: t.date().nullable(),
    admitted_on: t.date(),
    customer_key: t.integer(),
    ...source,
  },
});

/** what every customer of the company bought in the year up to a day, and when it bought last. Yuan. */
export const customerTwelveMonths = defineQuery({
  file: 'reports/customer_year.sql',
  params: { as_of: t.date(), year_from: t.date() },
  row: {
    customer_key: t.integer(),
    net_sales_12m: t.decimal(18, 2),
    last_sale_on: t.date().nullable(),
  },
});
