import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters } from './customer-filters';

/** Departments, regions and owners that the register names. */
export const customerValues = defineQuery({
  file: 'reports/customer_values.sql',
  params: scopeParameters,
  row: { filter: t.text(), value: t.text() },
});
