/** What the overview of HR shows: the last month that is over, the months before it, and what is left to answer. */
import type { PageContext } from '@/app/_lib/context';
import { lastComplete, lastPeriods } from '@/app/_lib/periods';
import { type BonusRow, bonus } from '@/lib/reports/bonus';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { bonusQuestions } from '@/lib/reports/bonus_questions';
import { bonusTeam } from '@/lib/reports/bonus_team';
import { rowsOf } from '@/lib/reports/run';
import { parsePeriod } from '@/lib/rules/period';
import { linker, type OverviewParams } from './_model';
import { cents, plus, total } from './bonuses/_sums';

export interface HrMonth {
  period: string;
  people: number;
  above: number;
  total: string | null;
  performance_pay: string | null;
  fines: string | null;
  open: boolean;
}

export interface HrModel {
  params: OverviewParams;
  period: string;
  /** Twelve months, the earliest first. */
  months: HrMonth[];
  month: HrMonth;
  before: HrMonth;
  quarter: { period: string; total: string; ties: number; pay_month: string | null };
  questions: number;
  base: string;
  rows: (BonusRow & { region: string | null; fines: string | null })[];
  link: ReturnType<typeof linker>;
}

const monthOf = (period: string, rows: readonly BonusRow[]): HrMonth => ({
  period,
  people: rows.length,
  above: rows.filter((r) => Number(r.excess_points ?? 0) > 0).length,
  total: cents(total(rows.map((r) => r.total))),
  performance_pay: cents(total(rows.map((r) => r.performance_pay))),
  fines: cents(total(rows.map((r) => plus(r.fines_unsigned, r.fines_complaint)))),
  open: rows.length > 0 && rows.every((r) => !r.closed),
});

/** @throws NotInForceError, QueryError */
export async function hrModel(ctx: PageContext, params: OverviewParams): Promise<HrModel> {
  const period = lastComplete(params.as_of, 'month');
  const quarter = lastComplete(params.as_of, 'quarter');
  const { department, region } = params;
  const filters = { department, region };
  const periods = lastPeriods(period, 12);
  const [team, quarterly, questions, ...statements] = await Promise.all([
    rowsOf(bonusTeam, ctx, { period, ...filters }),
    rowsOf(bonusQuarter, ctx, { period: quarter, ...filters }),
    rowsOf(bonusQuestions, ctx, { period, ...filters }),
    ...periods.map((p) => rowsOf(bonus, ctx, { period: p, ...filters })),
  ]);
  const months = periods.map((p, i) => monthOf(p, statements[i] ?? []));
  const regions = new Map(team.map((t) => [t.technician_id, t.region]));
  const rows = statements.at(-1) ?? [];
  return {
    params,
    period,
    months,
    month: months.at(-1) ?? monthOf(period, []),
    before: months.at(-2) ?? monthOf(period, []),
    quarter: {
      period: quarter,
      total: cents(total(quarterly.map((r) => r.total))) ?? '0.00',
      ties: quarterly.filter((r) => r.tie_flag).length,
      pay_month: quarterly[0]?.pay_month ?? null,
    },
    questions: questions.length,
    base: ctx.policy.on(parsePeriod(period)?.end ?? ctx.today)['bonus.base_points'],
    rows: rows.map((row) => ({
      ...row,
      region: regions.get(row.technician_id) ?? null,
      fines: cents(plus(row.fines_unsigned, row.fines_complaint)),
    })),
    link: linker(params),
  };
}
