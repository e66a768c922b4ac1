/** Parameters, items and payers of a statement. */
import { bonusItemsOf } from '@/lib/queries/bonus_lines';
import { sum, yuan } from '@/lib/rules/bonus_decimal';
import type { MonthStatement } from '@/lib/rules/bonus_month';
import { type ParameterName, type PolicyValues, parameters } from '@/lib/rules/parameters';
import type { PolicyBook } from '@/lib/rules/policy';
import type {
  StatementGrain,
  StatementItem,
  StatementParameter,
  StatementPayer,
} from './bonus_statement_shape';
import { sourceOf } from './bonus_trace_row';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

type Item = Awaited<ReturnType<typeof bonusItemsOf>>[number];

const used: Record<StatementGrain, readonly ParameterName[]> = {
  month: [
    'bonus.base_points',
    'bonus.point_rate',
    'bonus.default_quantity',
    'bonus.safety_points',
    'bonus.safety_per',
    'bonus.praise_min',
    'bonus.praise_max',
    'bonus.saving_min',
    'bonus.saving_max',
    'fine.unsigned',
    'fine.complaint',
    'bonus.earning_roles',
    'payer.performance',
    'payer.awards',
    'payer.items',
  ],
  quarter: [
    'award.first',
    'award.first_to_rank',
    'award.second',
    'award.second_to_rank',
    'parts.high_margin',
    'parts.high_rate',
    'parts.low_margin',
    'parts.low_rate',
    'parts.min_fee_per_day',
    'parts.technician_share',
    'bonus.earning_roles',
    'payer.awards',
    'payer.parts',
    'payer.items',
  ],
  half: [
    'bonus.no_repeat',
    'bonus.no_repeat_months',
    'bonus.no_repeat_causes',
    'bonus.no_repeat_category',
    'bonus.earning_roles',
    'payer.awards',
    'payer.items',
  ],
};

/**
 * The parameters that a statement rests on, in force at its period's end, each with who says so.
 * @throws NotInForceError
 */
export function parametersOf(policy: PolicyBook, grain: StatementGrain, day: string): StatementParameter[] {
  return used[grain].map((name) => {
    const { value, from, source, assumed, own } = policy.valueOn(name, day);
    const { rule } = parameters[name];
    return {
      name,
      rule,
      value,
      from,
      source,
      assumed,
      set_by: own?.setBy ?? null,
      set_at: own?.setAt ?? null,
    };
  });
}

/** What the files call the two payers that the policy knows; another name stands as it is. */
const payerCodes: Readonly<Record<string, string>> = {
  公司: 'company',
  本公司: 'company',
  company: 'company',
  配件子公司: 'parts_subsidiary',
  备件子公司: 'parts_subsidiary',
  parts_subsidiary: 'parts_subsidiary',
};

/** An item names its payer, else `payer.items` does (B-10). */
export function itemOf(item: Item, policy: Pick<PolicyValues, 'payer.items'>): StatementItem {
  const { item_id, period, regulation, amount, payer, note } = item;
  return {
    item_id,
    period,
    regulation,
    amount,
    payer: payer === null ? policy['payer.items'] : (payerCodes[payer] ?? payer),
    note,
    ...sourceOf(item),
  };
}

/** What each payer pays of the items. */
export function itemPayers(items: readonly StatementItem[]): StatementPayer[] {
  const payers = [...new Set(items.map((item) => item.payer))].sort();
  return payers.map((payer) => ({
    part: 'items' as const,
    payer,
    amount: yuan(sum(items.filter((item) => item.payer === payer).map((item) => item.amount))),
  }));
}

/** Who pays what of a month (B-10): performance pay, rewards less fines, and the items of other regulations. */
export function monthPayers(
  s: MonthStatement,
  items: readonly StatementItem[],
  policy: Pick<PolicyValues, 'payer.performance' | 'payer.awards'>,
): StatementPayer[] {
  const awards = sum([s.praise, s.savings]).minus(s.fines_unsigned).minus(s.fines_complaint);
  return [
    { part: 'performance', payer: policy['payer.performance'], amount: s.performance_pay },
    { part: 'awards', payer: policy['payer.awards'], amount: yuan(awards) },
    ...itemPayers(items),
  ];
}

/** Rows by technician, each in the order in which they came. */
export function byTechnician<R extends { technician_id: string }>(rows: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.technician_id);
    if (group) group.push(row);
    else groups.set(row.technician_id, [row]);
  }
  return groups;
}

/** What is granted for a whole year goes with its second half. */
export const itemPeriodsOf = (period: string): string[] =>
  period.endsWith('H2') ? [period, period.slice(0, 4)] : [period];

/** The items of other regulations for exactly these periods, by technician, those in the viewer's sight. */
export async function itemsIn(ctx: ReportContext, periods: readonly string[]): Promise<Map<string, Item[]>> {
  const lists = await Promise.all(
    periods.map((period) =>
      bonusItemsOf(ctx.db, { period, departments: null, regions: null, ...scopeParams(ctx.viewer) }),
    ),
  );
  return byTechnician(lists.flat());
}

/** The total with what the items add; null where the total cannot be known. */
export const payableOf = (total: string | null, items: readonly StatementItem[]): string | null =>
  total === null ? null : yuan(sum([total, ...items.map((item) => item.amount)]));
