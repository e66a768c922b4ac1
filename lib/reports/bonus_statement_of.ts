/**
 * The statement that counts: of a closed month as it was frozen, of an open one as data, policy and decisions give it
 * now, with what is still due of closed months and the rest carried in (B-10, B-12).
 */
import { exact, yuan } from '@/lib/rules/bonus_decimal';
import { monthStatement } from '@/lib/rules/bonus_month';
import { restsOf } from '@/lib/work/bonus_runs';
import { openWorkStore } from '@/lib/work/store';
import { nothingHappened } from './bonus';
import { checkedPeriod } from './bonus_people';
import { type Explained, explain } from './bonus_run_changes';
import { grouped, nextMonth, unscoped } from './bonus_run_due';
import { closingOf, frozenBodies, frozenBody, seen } from './bonus_run_frozen';
import { type RunPerson, runPeople } from './bonus_run_pay';
import { liveStatement, liveStatements } from './bonus_statement';
import { monthFormula } from './bonus_statement_formula';
import { monthPayers, parametersOf } from './bonus_statement_parts';
import type { MonthSheet, StatementCarry, StatementPayer } from './bonus_statement_shape';
import type { ReportContext } from './report';

/** One person's statement of a month; null for who has none, or is out of the viewer's sight. */
export async function statementOf(
  ctx: ReportContext,
  period: string,
  technician: string,
): Promise<MonthSheet | null> {
  const closing = await closingOf(ctx, period);
  if (closing) return (await frozenBody(ctx, closing, technician))?.sheet ?? null;
  const person = (await runPeople(ctx, period)).find((p) => p.technician_id === technician);
  if (!person) return null;
  const live = await liveStatement(unscoped(ctx), period, technician);
  const [completed] = await complete(ctx, period, [person], live ? [live] : []);
  return completed?.sheet ?? null;
}

/** Everybody's statement of a month, by number. */
export async function statementsOf(ctx: ReportContext, period: string): Promise<MonthSheet[]> {
  const closing = await closingOf(ctx, period);
  if (closing) return (await frozenBodies(ctx, closing, {})).map((body) => body.sheet);
  const people = await runPeople(ctx, period);
  const live = people.length > 0 ? await liveStatements(unscoped(ctx), period) : [];
  return (await complete(ctx, period, people, live)).map(({ sheet }) => sheet);
}

export interface Completed {
  sheet: MonthSheet;
  person: RunPerson;
  explained: Explained[];
}

/** Statements of an open month with everything that is paid or taken beside their totals. */
export async function complete(
  ctx: ReportContext,
  period: string,
  people: readonly RunPerson[],
  live: readonly MonthSheet[],
): Promise<Completed[]> {
  const inSight = people.filter((person) => seen(ctx, {}, person));
  const sheets = new Map(live.map((sheet) => [sheet.technician.technician_id, sheet]));
  const explained = grouped(
    await explain(
      ctx,
      inSight.flatMap((p) => p.due),
    ),
    (e) => e.due.person.technician_id,
  );
  const before = nextMonth(period, -1);
  const restsBefore = await restsOf(await openWorkStore(ctx.db.dir), before);
  return inSight.map((person) => {
    const own = explained.get(person.technician_id) ?? [];
    const sheet = sheets.get(person.technician_id) ?? emptySheet(ctx, period, person);
    const rest = restsBefore.find((r) => r.technician_id === person.technician_id);
    const carried = carriedOf(person, period, before, rest ?? null);
    return {
      person,
      explained: own,
      sheet: {
        ...sheet,
        adjustments: own.map((e) => e.adjustment),
        carried,
        payers: [
          ...sheet.payers,
          ...adjustmentPayers(ctx, period, own),
          ...carriedPayers(ctx, period, carried),
        ],
        payable: person.pay.payable,
      },
    };
  });
}

/** Who has no statement of the month and is still paid an adjustment, or bears a rest. */
function emptySheet(ctx: ReportContext, period: string, person: RunPerson): MonthSheet {
  const { end } = checkedPeriod(period);
  const policy = ctx.policy.on(end);
  const figures = monthStatement(nothingHappened, policy);
  const { technician_id, name, role, department, region } = person;
  return {
    grain: 'month',
    period,
    technician: { technician_id, name, role, department, region },
    parameters: parametersOf(ctx.policy, 'month', end),
    figures,
    formula: monthFormula(figures, policy),
    lines: [],
    items: [],
    adjustments: [],
    carried: [],
    payers: monthPayers(figures, [], policy),
    payable: null,
  };
}

type Made = Pick<StatementCarry, 'by' | 'at' | 'why'>;

function carriedOf(
  person: RunPerson,
  period: string,
  before: string,
  decided: Made | null,
): StatementCarry[] {
  const { pay, rest, undecided } = person;
  const made = (m: Made | null): Made => ({ by: m?.by ?? '', at: m?.at ?? '', why: m?.why ?? '' });
  const lines: StatementCarry[] = [];
  if (Number(pay.carried) !== 0)
    lines.push({ kind: 'carried_in', period: before, amount: pay.carried, ...made(decided) });
  if (rest && !undecided && pay.due !== null && Number(pay.due) < 0) {
    const out = yuan(exact(pay.due).negated());
    const carry = rest.decision === 'carry';
    lines.push({
      kind: carry ? 'carried_out' : 'waived',
      period: carry ? nextMonth(period) : period,
      amount: out,
      ...made(rest),
    });
  }
  return lines;
}

/** What each payer owes of the differences: what it would pay by now, less what it paid. */
function adjustmentPayers(ctx: ReportContext, period: string, own: readonly Explained[]): StatementPayer[] {
  if (own.length === 0) return [];
  const sums = new Map<string, ReturnType<typeof exact>>();
  const add = (payer: string, amount: ReturnType<typeof exact>) =>
    sums.set(payer, (sums.get(payer) ?? exact(0)).plus(amount));
  const main = ctx.policy.on(checkedPeriod(period).end)['payer.performance'];
  for (const { was, now, due } of own) {
    let given = exact(0);
    for (const [sheet, sign] of [
      [now, 1],
      [was, -1],
    ] as const) {
      for (const p of sheet?.payers ?? []) {
        if (p.part === 'adjustments' || p.part === 'carried' || p.amount === null) continue;
        const part = exact(p.amount).times(sign);
        add(p.payer, part);
        given = given.plus(part);
      }
    }
    // What no statement explains: a rest that moved, a month that was closed anew.
    add(main, exact(due.amount ?? '0').minus(given));
  }
  return [...sums]
    .filter(([, amount]) => !amount.isZero())
    .map(([payer, amount]) => ({ part: 'adjustments' as const, payer, amount: yuan(amount) }));
}

function carriedPayers(
  ctx: ReportContext,
  period: string,
  carried: readonly StatementCarry[],
): StatementPayer[] {
  const payer = ctx.policy.on(checkedPeriod(period).end)['payer.performance'];
  return carried.map(({ amount }) => ({ part: 'carried' as const, payer, amount }));
}
