/** Everything the page of admission alerts shows, from the address. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import {
  admission,
  admissionKinds,
  admissionSales,
  admissionTotal,
  customerContracts,
} from '@/lib/reports/admission';
import { rowsOf } from '@/lib/reports/run';
import { sumOfYuan } from '@/lib/rules/cents';

export type AdmissionKind = (typeof admissionKinds)[number];
type Params = Parameters<typeof admission.run>[1];
export type AdmissionRow = Awaited<ReturnType<typeof admission.run>>[number];

export interface AdmissionModel {
  params: Params;
  view: AdmissionKind | null;
  rows: AdmissionRow[];
  all: AdmissionRow[];
  kinds: { kind: AdmissionKind; customers: number; sales: number; amount: string }[];
  customers: number;
  /** Each sale once, whatever it lacked; yuan. */
  amount: string;
  sales: number;
  latest: string | null;
  options: { department: string[]; region: string[]; owner: string[] };
  link: (report: string, more?: Record<string, readonly string[]>) => string;
  file: string;
}

/** A row stands for a customer and a finding. */
export const keyOf = (r: Pick<AdmissionRow, 'customer_id' | 'finding'>): string =>
  `${r.customer_id}/${r.finding}`;

const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((v) => v !== null).sort((a, b) => a.localeCompare(b, 'zh-CN'));

/** @throws BadParameterError, QueryError */
export async function admissionModel(ctx: PageContext, search: SearchParams): Promise<AdmissionModel> {
  const params = ask(admission, search, { as_of: ctx.defaultAsOf });
  const view = choice('view', one(search, 'view'), admissionKinds);
  const linked = asked(params);
  const [sales, everywhere] = await Promise.all([
    admissionTotal(ctx, params),
    rowsOf(admission, ctx, { as_of: params.as_of }),
  ]);
  // The rows of all are there for the filters: another question would read the ledger again.
  const wanted = (names: string[] | undefined, name: string | null) =>
    !names?.length || (name !== null && names.includes(name));
  const all = everywhere.filter(
    (r) =>
      wanted(params.department, r.department) &&
      wanted(params.region, r.region) &&
      wanted(params.owner, r.owner),
  );
  return {
    params,
    view,
    rows: view ? all.filter((r) => r.finding === view) : all,
    all,
    kinds: admissionKinds.map((kind) => {
      const own = all.filter((r) => r.finding === kind);
      return {
        kind,
        customers: own.length,
        sales: own.reduce((n, r) => n + r.sales, 0),
        amount: sumOfYuan(own.map((r) => r.sales_since)),
      };
    }),
    customers: new Set(all.map((r) => r.customer_id)).size,
    amount: sales.amount,
    sales: sales.sales,
    latest: all.reduce<string | null>(
      (last, r) => (last && last > r.last_sale_on ? last : r.last_sale_on),
      null,
    ),
    options: {
      department: known(everywhere.map((r) => r.department)),
      region: known(everywhere.map((r) => r.region)),
      owner: known(everywhere.map((r) => r.owner)),
    },
    link: (report, more = {}) => href(`/rows/${report}`, linked, more),
    file: href('/api/reports/admission', linked),
  };
}

/** As many findings as the list holds, those with the largest sales; the file has them all. */
export const LISTED = 1000;

export const listedOf = (rows: AdmissionRow[]): AdmissionRow[] =>
  rows.length <= LISTED
    ? rows
    : rows
        .map((row) => ({ row, amount: Number(row.sales_since) }))
        .sort((a, b) => b.amount - a.amount)
        .slice(0, LISTED)
        .map(({ row }) => row);

export interface AdmissionDetail {
  row: AdmissionRow;
  sales: Awaited<ReturnType<typeof admissionSales.run>>;
  contracts: Awaited<ReturnType<typeof customerContracts.run>>;
}

/** Null where the address names no row of the list. */
export async function admissionDetail(
  ctx: PageContext,
  model: AdmissionModel,
  search: SearchParams,
): Promise<AdmissionDetail | null> {
  const row = model.rows.find((r) => keyOf(r) === one(search, 'row'));
  if (!row) return null;
  const { customer_id } = row;
  const [sales, contracts] = await Promise.all([
    rowsOf(admissionSales, ctx, {
      as_of: model.params.as_of,
      customer_id,
      finding: [row.finding as AdmissionKind],
    }),
    rowsOf(customerContracts, ctx, { customer_id }),
  ]);
  return { row, sales, contracts };
}
