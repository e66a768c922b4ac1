/**
 * What is paid of service bonuses in one go, each amount with its payer (B-10): a month's statements, and with them
 * what of a quarter and a half-year is paid out in that month (B-09: April, July, October, January).
 */
import { exact, sum, yuan } from '@/lib/rules/bonus_decimal';
import { periodsPaidWith } from '@/lib/rules/bonus_paid';
import { checkedPeriod } from './bonus_people';
import { statementsIn } from './bonus_statement_any';
import { parametersOf } from './bonus_statement_parts';
import type {
  AnySheet,
  StatementGrain,
  StatementParameter,
  StatementPayer,
  StatementPerson,
} from './bonus_statement_shape';
import { type PeriodState, periodState } from './bonus_statement_standing';
import { payPeriod } from './bonus_trace';
import { column } from './columns';
import { defineReport, type ReportContext } from './report';

export interface PayrollRow {
  payer: string;
  /** Null for a team's share, which is no one person's. */
  technician_id: string | null;
  name: string | null;
  role: string | null;
  department: string | null;
  region: string | null;
  /** The period for which it is paid. */
  period: string;
  part: StatementPayer['part'] | 'team_share';
  /** The regulation of an item; null where the part says it all. */
  regulation: string | null;
  /** Yuan; null where it cannot be known. */
  amount: string | null;
}

export interface PayrollPart {
  period: string;
  grain: StatementGrain;
  state: PeriodState;
  /** People with a statement. */
  people: number;
  parameters: readonly StatementParameter[];
  /** Whose total cannot be known: a job without points. */
  unknown: StatementPerson[];
}

export interface Payroll {
  parts: PayrollPart[];
  rows: PayrollRow[];
}

/**
 * Everything of one payroll: rows by payer, person and part, and the state and parameters of each period in it.
 * @param period a month, a quarter or a half-year
 * @throws NotInForceError, QueryError
 */
export async function payrollOf(ctx: ReportContext, period: string): Promise<Payroll> {
  const parts: PayrollPart[] = [];
  const rows: PayrollRow[] = [];
  for (const name of periodsPaidWith(period)) {
    const { grain, end } = checkedPeriod(name);
    const sheets = await statementsIn(ctx, name);
    parts.push({
      period: name,
      grain: grain as StatementGrain,
      state: await periodState(ctx, name),
      people: sheets.length,
      // Of a closed period those that were frozen with it.
      parameters: sheets[0]?.parameters ?? parametersOf(ctx.policy, grain as StatementGrain, end),
      unknown: sheets.filter((s) => s.payable === null).map((s) => s.technician),
    });
    rows.push(...sheets.flatMap(rowsOfSheet), ...teamShares(sheets), ...teamAdjustments(sheets));
  }
  const order = (row: PayrollRow) =>
    [row.payer, row.technician_id ?? '\uffff', row.department ?? ''].join('\u0000');
  return { parts, rows: rows.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0)) };
}

function rowsOfSheet(sheet: AnySheet): PayrollRow[] {
  const base = { ...sheet.technician, period: sheet.period, regulation: null };
  return [
    ...sheet.payers
      .filter((p) => p.part !== 'items' && (p.amount === null || !exact(p.amount).isZero()))
      .map(({ part, payer, amount }) => ({ ...base, part, payer, amount })),
    ...sheet.items.map((item) => ({
      ...base,
      period: item.period,
      part: 'items' as const,
      payer: item.payer,
      regulation: item.regulation,
      amount: item.amount,
    })),
  ];
}

/** B-09: the team's part of each department's commissions, paid with them by the same payer. */
function teamShares(sheets: readonly AnySheet[]): PayrollRow[] {
  const shares = new Map<string, { row: PayrollRow; sum: ReturnType<typeof exact> }>();
  for (const sheet of sheets) {
    if (!('parts_team_share' in sheet.figures)) continue;
    const share = exact(sheet.figures.parts_team_share);
    const payer = sheet.payers.find((p) => p.part === 'parts')?.payer;
    if (share.isZero() || payer === undefined) continue;
    const { department } = sheet.technician;
    const known = shares.get(department ?? '');
    const sum = (known?.sum ?? exact(0)).plus(share);
    const row: PayrollRow = {
      payer,
      technician_id: null,
      name: null,
      role: null,
      department,
      region: null,
      period: sheet.period,
      part: 'team_share',
      regulation: null,
      amount: sum.toFixed(2),
    };
    shares.set(department ?? '', { row, sum });
  }
  return [...shares.values()].map(({ row }) => row);
}

/** What closed quarters' shares came to since, in the month that takes them up (B-12). */
function teamAdjustments(sheets: readonly AnySheet[]): PayrollRow[] {
  const all = sheets.flatMap((sheet) =>
    sheet.adjustments.flatMap(({ period, team }) => (team ? [{ period, ...team }] : [])),
  );
  const keys = [...new Set(all.map((a) => JSON.stringify([a.period, a.payer, a.department])))].sort();
  return keys.flatMap((key) => {
    const of = all.filter((a) => JSON.stringify([a.period, a.payer, a.department]) === key);
    const first = of[0];
    const amount = sum(of.map((a) => a.amount));
    if (!first || amount.isZero()) return [];
    const { period, payer, department } = first;
    const nobody = { technician_id: null, name: null, role: null, region: null };
    return [
      { ...nobody, payer, department, period, part: 'team_share', regulation: null, amount: yuan(amount) },
    ];
  });
}

export const bonusPayroll = defineReport({
  name: 'bonus_payroll',
  params: { period: payPeriod },
  columns: [
    column.text('payer'),
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.text('region'),
    column.text('period'),
    column.code('part', 'bonus_part'),
    column.text('regulation'),
    column.money('amount'),
  ],
  rules: ['B-04', 'B-05', 'B-06', 'B-07', 'B-08', 'B-09', 'B-10', 'B-12'],
  run: async (ctx, p): Promise<PayrollRow[]> => (await payrollOf(ctx, p.period)).rows,
});
