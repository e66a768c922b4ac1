/** Statements of a month as the data and the policy give them now (B-01 to B-07, B-10); a closed month has its own. */

import { bonusLines } from '@/lib/queries/bonus_statement';
import { monthStatement } from '@/lib/rules/bonus_month';
import type { Period } from '@/lib/rules/period';
import { monthFacts, nothingHappened } from './bonus';
import { checkedPeriod, earningPeople, type Person } from './bonus_people';
import { monthFormula } from './bonus_statement_formula';
import { monthLines } from './bonus_statement_lines';
import { byTechnician, itemOf, itemsIn, monthPayers, parametersOf, payableOf } from './bonus_statement_parts';
import type { MonthSheet } from './bonus_statement_shape';
import type { ReportContext } from './report';

/**
 * The statements of everybody who has one in the month, by number: a few queries for the whole company.
 * @param period a month, `2026-03`
 * @throws NotInForceError, QueryError
 */
export async function liveStatements(ctx: ReportContext, period: string): Promise<MonthSheet[]> {
  const month = checkedPeriod(period);
  return sheets(ctx, month, await earningPeople(ctx, month, {}), null);
}

/** The statement of one technician; null for who has none in the month, or is out of the viewer's sight. */
export async function liveStatement(
  ctx: ReportContext,
  period: string,
  technicianId: string,
): Promise<MonthSheet | null> {
  const month = checkedPeriod(period);
  const person = (await earningPeople(ctx, month, {})).find((p) => p.technician_id === technicianId);
  return person ? ((await sheets(ctx, month, [person], technicianId))[0] ?? null) : null;
}

async function sheets(
  ctx: ReportContext,
  month: Period,
  people: readonly Person[],
  technician: string | null,
): Promise<MonthSheet[]> {
  const policy = ctx.policy.on(month.end);
  const [facts, lines, itemsOf] = await Promise.all([
    monthFacts(ctx, month, technician),
    bonusLines(ctx.db, {
      from: month.start,
      until: month.end,
      default_quantity: policy['bonus.default_quantity'],
      technician,
    }),
    itemsIn(ctx, [month.name]),
  ]);
  const linesOf = byTechnician(lines);
  const parameters = parametersOf(ctx.policy, 'month', month.end);
  return people.map(({ technician_id, name, role, department, region }) => {
    const figures = monthStatement(facts.get(technician_id) ?? nothingHappened, policy);
    const own = (itemsOf.get(technician_id) ?? []).map((item) => itemOf(item, policy));
    return {
      grain: 'month' as const,
      period: month.name,
      technician: { technician_id, name, role, department, region },
      parameters,
      figures,
      formula: monthFormula(figures, policy),
      lines: monthLines(linesOf.get(technician_id) ?? [], policy),
      items: own,
      adjustments: [],
      carried: [],
      payers: monthPayers(figures, own, policy),
      payable: payableOf(figures.total, own),
    };
  });
}
