/** The list of customers, found by a part of their name or number. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { href, type SearchParams } from '@/app/_lib/url';
import { customerList } from '@/lib/reports/customer_list';
import { quota } from '@/lib/reports/quota';
import { rowsOf } from '@/lib/reports/run';

export interface CustomersModel {
  params: Parameters<typeof customerList.run>[1];
  rows: Awaited<ReturnType<typeof customerList.run>>;
  departments: string[];
  file: string;
}

/** @throws BadParameterError, QueryError */
export async function customersModel(ctx: PageContext, search: SearchParams): Promise<CustomersModel> {
  const params = ask(customerList, search, {});
  const [rows, departments] = await Promise.all([
    rowsOf(customerList, ctx, params),
    rowsOf(quota, ctx, { as_of: ctx.defaultAsOf, by: 'department' }),
  ]);
  return {
    params,
    rows,
    departments: [...new Set(departments.flatMap((d) => d.group ?? []))],
    file: href('/api/reports/customer_list', {}, asked(params)),
  };
}
