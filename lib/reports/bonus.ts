/** The month of each technician (B-01 to B-04, B-06, B-07, B-10), judged at the month's end (T-05). */
import { bonusMonth } from '@/lib/queries/bonus';
import { type MonthFacts, type MonthStatement, monthStatement } from '@/lib/rules/bonus_month';
import type { Period } from '@/lib/rules/period';
import { checkedPeriod, earningPeople, type TechnicianFilters, technicianFilters } from './bonus_people';
import { closingOf, frozenPeople } from './bonus_run_frozen';
import { column } from './columns';
import { monthPeriod } from './params';
import { defineReport, type ReportContext } from './report';

export interface BonusRow extends MonthStatement {
  technician_id: string;
  name: string;
  role: string;
  /** B-12: frozen by HR; the figures are those of the closing. */
  closed: boolean;
}

/** The month of somebody to whom nothing happened. */
export const nothingHappened: MonthFacts = {
  gross_points: '0',
  repeat_points: '0',
  unpriced_jobs: 0,
  accidents: 0,
  praise: '0',
  savings: '0',
  unsigned: 0,
  complaints: 0,
};

/** The facts of everybody to whom something happened in a month, or of one technician. */
export async function monthFacts(
  ctx: ReportContext,
  month: Period,
  technician: string | null = null,
): Promise<Map<string, MonthFacts>> {
  const rows = await bonusMonth(ctx.db, {
    from: month.start,
    until: month.end,
    default_quantity: ctx.policy.on(month.end)['bonus.default_quantity'],
    technician,
  });
  return new Map(rows.map((r) => [r.technician_id, r]));
}

/** The month as the data and the policy give it now, whether or not it is closed. */
export async function liveBonus(
  ctx: ReportContext,
  p: { period: string } & TechnicianFilters,
): Promise<BonusRow[]> {
  const month = checkedPeriod(p.period);
  const policy = ctx.policy.on(month.end);
  const [people, facts] = await Promise.all([earningPeople(ctx, month, p), monthFacts(ctx, month)]);
  return people.map(({ technician_id, name, role }) => ({
    technician_id,
    name,
    role,
    ...monthStatement(facts.get(technician_id) ?? nothingHappened, policy),
    closed: false,
  }));
}

/** A closed month answers with what was frozen. */
export const bonus = defineReport({
  name: 'bonus',
  params: { period: monthPeriod, ...technicianFilters },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.points('gross_points'),
    column.points('repeat_points'),
    column.integer('accidents'),
    column.points('safety_points'),
    column.points('net_points'),
    column.points('excess_points'),
    column.money('performance_pay'),
    column.money('praise'),
    column.money('savings'),
    column.money('fines_unsigned'),
    column.money('fines_complaint'),
    column.money('total'),
    column.boolean('closed'),
  ],
  rules: ['B-01', 'B-02', 'B-03', 'B-04', 'B-06', 'B-07', 'B-10', 'B-12'],
  async run(ctx, p): Promise<BonusRow[]> {
    const closing = await closingOf(ctx, p.period);
    if (!closing) return liveBonus(ctx, p);
    return (await frozenPeople(ctx, closing, p)).flatMap(({ row }) => (row ? [row] : []));
  },
});
