/** What a page of customers can be filtered by: the values that the register names, in sight of the viewer. */
import { customerValues } from '@/lib/queries/customer_values';
import type { ReportContext } from './report';
import { rowsOf } from './rows';
import { scopeParams } from './viewer';

const values = {
  name: 'customer_values',
  run: (ctx: ReportContext, _: object) => customerValues(ctx.db, scopeParams(ctx.viewer)),
};

/** Departments and regions of all customers, owners of trade customers; by name. */
export async function customerValuesOf(
  ctx: ReportContext,
): Promise<Record<'department' | 'region' | 'owner', string[]>> {
  const rows = await rowsOf(values, ctx, {});
  const of = (filter: string) => rows.flatMap((r) => (r.filter === filter ? r.value : []));
  return { department: of('department'), region: of('region'), owner: of('owner') };
}
