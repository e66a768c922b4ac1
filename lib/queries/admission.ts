/** Sales to customers that lacked a contract, a licence, a qualification or their admission. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters, source } from './customer-filters';

const names = () => t.list(t.text()).nullable();
const filters = { departments: names(), regions: names(), owners: names(), ...scopeParameters };

export const admissionFindings = defineQuery({
  file: 'reports/admission.sql',
  params: { as_of: t.date(), ...filters },
  row: {
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    region: t.text().nullable(),
    owner: t.text().nullable(),
    finding: t.text(),
    since: t.date(),
    last_sale_on: t.date(),
    lapsed_on: t.date().nullable(),
    sales: t.integer(),
    sales_since: t.decimal(18, 2),
  },
});

export const admissionSalesOf = defineQuery({
  file: 'reports/admission_sales.sql',
  params: { as_of: t.date(), customers: names(), findings: names(), ...filters },
  row: {
    finding: t.text(),
    customer_id: t.text(),
    name: t.text(),
    department: t.text().nullable(),
    owner: t.text().nullable(),
    date: t.date(),
    entry_id: t.text(),
    line_no: t.text().nullable(),
    amount: t.decimal(18, 2),
    product: t.text().nullable(),
    contract_id: t.text().nullable(),
    lapsed_on: t.date().nullable(),
    ...source,
  },
});

/** The same sales added up, each once. */
export const admissionTotals = defineQuery({
  file: 'reports/admission_total.sql',
  params: { as_of: t.date(), ...filters },
  row: { sales: t.integer(), amount: t.decimal(18, 2) },
});

export const contractsOfCustomer = defineQuery({
  file: 'reports/customer_contracts.sql',
  params: { customer_id: t.text(), ...scopeParameters },
  row: {
    contract_id: t.text(),
    kind: t.text(),
    product: t.text().nullable(),
    amount: t.decimal(18, 2).nullable(),
    signed_on: t.date().nullable(),
    starts_on: t.date().nullable(),
    expires_on: t.date().nullable(),
    renewed_by: t.text().nullable(),
    ...source,
  },
});
