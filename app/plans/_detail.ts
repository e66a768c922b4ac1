/** What the drawer shows of one line of the plan. */
import type { PageContext } from '@/app/_lib/context';
import { lastPeriods } from '@/app/_lib/periods';
import { one, type SearchParams } from '@/app/_lib/url';
import { plan } from '@/lib/reports/plan';
import { rowsOf } from '@/lib/reports/run';
import { keyOf, type PlanLine, type PlansModel } from './_model';

export interface PlanHistory {
  row: PlanLine;
  /** The month shown and the five before it, the latest first. */
  months: { month: string; plan_amount: string | null; actual_amount: string; attainment: number | null }[];
}

/** Null where the address names no line of the page. */
export async function planDetail(
  ctx: PageContext,
  model: PlansModel,
  search: SearchParams,
): Promise<PlanHistory | null> {
  const row = model.rows.find((r) => keyOf(r.group) === one(search, 'row'));
  if (!row) return null;
  const names = lastPeriods(model.params.period, 6).reverse();
  const months = await Promise.all(names.map((period) => rowsOf(plan, ctx, { ...model.params, period })));
  return {
    row,
    months: names.map((month, i) => {
      const found = months[i]?.find((r) => r.group === row.group);
      return {
        month,
        plan_amount: found?.plan_amount ?? null,
        actual_amount: found?.actual_amount ?? '0.00',
        attainment: found?.attainment ?? null,
      };
    }),
  };
}
