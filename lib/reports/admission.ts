/** Who trades without a contract, licence or qualification in force, or before being admitted. */
import { z } from 'zod';
import {
  admissionFindings,
  admissionSalesOf,
  admissionTotals,
  contractsOfCustomer,
} from '@/lib/queries/admission';
import { column, sourceColumns } from './columns';
import { asOf, listOrAll, many } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';
import { scopeParams } from './viewer';

export const admissionKinds = [
  'no_contract',
  'licence_expired',
  'qualification_expired',
  'sale_before_admission',
] as const;

const asking = { as_of: asOf, department: many, region: many, owner: many };
const finding = z.array(z.enum(admissionKinds)).optional();

type List = z.infer<typeof many>;
const filtersOf = (ctx: ReportContext, p: { department?: List; region?: List; owner?: List }) => ({
  departments: listOrAll(p.department),
  regions: listOrAll(p.region),
  owners: listOrAll(p.owner),
  ...scopeParams(ctx.viewer),
});

/** One row a customer and finding: since the first such sale, and what was sold in spite of it. */
export const admission = defineReport({
  name: 'admission',
  params: asking,
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.code('finding', 'admission'),
    column.date('since'),
    column.money('sales_since'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.date('lapsed_on'),
    column.integer('sales'),
    column.date('last_sale_on'),
  ],
  rules: ['Q-07'],
  run: (ctx, p) => admissionFindings(ctx.db, { as_of: p.as_of, ...filtersOf(ctx, p) }),
});

/** The sales behind it, each with what was lacking on its day. */
export const admissionSales = defineReport({
  name: 'admission_sales',
  params: { ...asking, customer_id: z.string().min(1).optional(), finding },
  columns: [
    column.code('finding', 'admission'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('owner'),
    column.date('date'),
    column.text('entry_id'),
    column.text('line_no'),
    column.money('amount'),
    column.text('product'),
    column.text('contract_id'),
    column.date('lapsed_on'),
    ...sourceColumns,
  ],
  rules: ['Q-07'],
  run: (ctx, p) =>
    admissionSalesOf(ctx.db, {
      as_of: p.as_of,
      customers: p.customer_id === undefined ? null : [p.customer_id],
      findings: listOrAll(p.finding),
      ...filtersOf(ctx, p),
    }),
});

type Asked = Parameters<typeof admission.run>[1];

const totals = {
  name: 'admission_total',
  run: (ctx: ReportContext, p: Asked) => admissionTotals(ctx.db, { as_of: p.as_of, ...filtersOf(ctx, p) }),
};

/** How many sales `admission_sales` holds, each once whatever it lacked, and their sum in yuan. */
export async function admissionTotal(
  ctx: ReportContext,
  p: Asked,
): Promise<{ sales: number; amount: string }> {
  const [total] = await rowsOf(totals, ctx, p);
  return total ?? { sales: 0, amount: '0.00' };
}

/** The contracts of a customer, those of sales and the others. */
export const customerContracts = defineReport({
  name: 'customer_contracts',
  params: { customer_id: z.string().min(1) },
  columns: [
    column.text('contract_id'),
    column.code('kind', 'contract_kind'),
    column.text('product'),
    column.money('amount'),
    column.date('signed_on'),
    column.date('starts_on'),
    column.date('expires_on'),
    column.text('renewed_by'),
    ...sourceColumns,
  ],
  rules: ['Q-07'],
  run: (ctx, p) => contractsOfCustomer(ctx.db, { customer_id: p.customer_id, ...scopeParams(ctx.viewer) }),
});
