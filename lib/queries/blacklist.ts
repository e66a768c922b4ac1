import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

const seen = {
  as_of: t.date(),
  departments: t.list(t.text()).nullable(),
  regions: t.list(t.text()).nullable(),
  owners: t.list(t.text()).nullable(),
  ...scopeParameters,
};

/** the entries listed by `as_of`, ended ones too. */
export const blacklistEntries = defineQuery({
  file: 'reports/blacklist.sql',
  params: seen,
  row: {
    customer_id: t.text(),
    name: t.text(),
    scope: t.text(),
    department: t.text().nullable(),
    listed_on: t.date(),
    removed_on: t.date().nullable(),
    reason: t.text().nullable(),
    made_in: t.text(),
    entry_id: t.integer().nullable(),
    customer_department: t.text().nullable(),
    ...source,
  },
});

/** business with listed customers after they were listed, up to `as_of`. Amounts in yuan. */
export const blacklistBusinessRows = defineQuery({
  file: 'reports/blacklist_business.sql',
  params: { ...seen, customers: t.list(t.text()).nullable() },
  row: {
    customer_id: t.text(),
    name: t.text(),
    scope: t.text(),
    department: t.text().nullable(),
    listed_on: t.date(),
    kind: t.text(),
    item: t.text(),
    line_no: t.text().nullable(),
    stage: t.text().nullable(),
    date: t.date(),
    amount: t.decimal(18, 2).nullable(),
    ...source,
  },
});
