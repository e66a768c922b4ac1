/**
 * What closed periods would come to by now, against what they were closed with (B-12). The difference stands in the
 * first open month after the one with which they were closed; what a later closing took up is not due again.
 */

import { sum, yuan } from '@/lib/rules/bonus_decimal';
import { type MonthStatement, monthStatement } from '@/lib/rules/bonus_month';
import { monthPaying } from '@/lib/rules/bonus_paid';
import { differs, type MonthState, noState, stillDue, worthOf } from '@/lib/rules/bonus_run_state';
import { parsePeriod, stepPeriod } from '@/lib/rules/period';
import { type Closing, settledOf, settlersOf, standingClosings } from '@/lib/work/bonus_runs_closing';
import { openWorkStore } from '@/lib/work/store';
import { type BonusRow, monthFacts, nothingHappened } from './bonus';
import { liveItems } from './bonus_items';
import { liveLong } from './bonus_long';
import { checkedPeriod, earningPeople } from './bonus_people';
import { type FrozenFigures, frozenPeople, type LongFigures } from './bonus_run_frozen';
import { marksOf } from './bonus_run_marks';
import type { StatementPerson } from './bonus_statement_shape';
import { remember } from './cache';
import type { ReportContext } from './report';
import { everything } from './viewer';

/** A difference of one person in one closed period. Amounts in yuan, signed. */
export interface Due {
  period: string;
  person: StatementPerson;
  /** What was settled so far; null where it was never known. */
  before: string | null;
  /** What the period comes to now; null where a job cannot be priced. */
  after: string | null;
  amount: string | null;
  /** Of a quarter, what is due of the team's share of its department, signed; null where nothing is. */
  team: { department: string | null; amount: string } | null;
  /** The closing from which the lines are compared; `settled` where it is one of a later month. */
  base: { closing: number; settled: boolean; dataVersion: number };
  now: MonthState;
  /** What the lines are compared with. */
  was: MonthState;
}

/** Everybody: what is due does not depend on who looks. */
export const unscoped = (ctx: ReportContext): ReportContext => ({
  ...ctx,
  viewer: { ...ctx.viewer, scope: everything },
});

export function nextMonth(name: string, n = 1): string {
  const period = parsePeriod(name);
  if (!period) throw new RangeError(`"${name}" is no period.`);
  return stepPeriod(period, n).name;
}

const isMonth = (name: string) => parsePeriod(name)?.grain === 'month';

const standing = async (ctx: ReportContext) => standingClosings(await openWorkStore(ctx.db.dir));
const monthsAmong = (all: readonly Closing[]) =>
  new Map(all.filter((c) => isMonth(c.period)).map((c) => [c.period, c]));

/** Closings of months that count, by month. */
export async function closedMonths(ctx: ReportContext): Promise<Map<string, Closing>> {
  return monthsAmong(await standing(ctx));
}

/** The first month after a closed one that is open: where its differences stand. */
export function firstOpenAfter(month: string, closed: ReadonlyMap<string, unknown>): string {
  let next = nextMonth(month);
  while (closed.has(next)) next = nextMonth(next);
  return next;
}

/** The differences that stand in an open month, by closed period and technician. */
export async function dueIn(ctx: ReportContext, period: string): Promise<Due[]> {
  const all = await standing(ctx);
  const closed = monthsAmong(all);
  if (closed.has(period)) return [];
  const here = all.filter((c) => firstOpenAfter(monthPaying(c.period), closed) === period);
  if (here.length === 0) return [];
  const [marks, settlers] = await Promise.all([
    marksOf(
      ctx,
      here.map((c) => c.period),
    ),
    settlersOf(await openWorkStore(ctx.db.dir)),
  ]);
  const wide = unscoped(ctx);
  const due: Due[][] = [];
  // One after the other: everybody of a dozen months at once is more than memory likes.
  for (const closing of here) {
    const { id, period: of } = closing;
    const month = isMonth(of);
    const before = month ? (closed.get(nextMonth(of, -1)) ?? null) : null;
    // Everything that the difference rests on: while it is the same, nothing is compared again.
    const key = ['bonus_due', ctx.db.dir, id, before?.id ?? null, settlers.get(of) ?? [], marks.get(of)];
    const found = remember(JSON.stringify(key), () =>
      month ? compareMonth(wide, closing, before) : compareLong(wide, closing),
    );
    due.push(await found);
  }
  return due.flat();
}

/** The figures of a statement alone, of a row that bears more. */
function figuresOf(row: BonusRow): MonthStatement {
  const { gross_points, repeat_points, accidents, safety_points, net_points, excess_points } = row;
  const { performance_pay, praise, savings, fines_unsigned, fines_complaint, total } = row;
  const points = { gross_points, repeat_points, accidents, safety_points, net_points, excess_points };
  return { ...points, performance_pay, praise, savings, fines_unsigned, fines_complaint, total };
}

const stateOf = (frozen: FrozenFigures): MonthState => ({
  figures: frozen.row && figuresOf(frozen.row),
  items: frozen.pay.items,
  carried: frozen.pay.carried,
});

/** Of a quarter or a half-year what is paid: a score or a rank that moves no amount is none of it. */
function longStateOf({ row, items }: LongFigures): MonthState {
  if (!('award' in row)) return { figures: { total: row.reward }, items, carried: '0.00' };
  const { award, parts_commission, total, parts_team_share } = row;
  const figures = { award, parts_commission, total };
  return { figures, items, carried: '0.00', team: parts_team_share };
}

async function compareMonth(ctx: ReportContext, closing: Closing, before: Closing | null): Promise<Due[]> {
  const [frozen, now] = await Promise.all([
    frozenPeople(ctx, closing, {}),
    statesNow(ctx, closing.period, before),
  ]);
  return compare(ctx, closing, new Map(frozen.map((f) => [f.technician_id, thenOf(f, stateOf(f))])), now);
}

async function compareLong(ctx: ReportContext, closing: Closing): Promise<Due[]> {
  const [frozen, live] = await Promise.all([
    frozenPeople<LongFigures>(ctx, closing, {}),
    liveLong(ctx, closing.period),
  ]);
  const by = (rows: readonly LongFigures[]) =>
    new Map(rows.map((f) => [f.technician_id, thenOf(f, longStateOf(f))]));
  return compare(ctx, closing, by(frozen), by(live));
}

interface Then {
  person: StatementPerson;
  state: MonthState;
}

const thenOf = (person: StatementPerson, state: MonthState): Then => ({ person: personOf(person), state });

async function compare(
  ctx: ReportContext,
  closing: Closing,
  closedWith: ReadonlyMap<string, Then>,
  now: ReadonlyMap<string, Now>,
): Promise<Due[]> {
  const { period } = closing;
  const settled = await settledOf(await openWorkStore(ctx.db.dir), period);
  const settledLater = grouped(settled, (s) => s.technician_id);
  const ids = [...new Set([...closedWith.keys(), ...settledLater.keys(), ...now.keys()])].sort();
  return ids.flatMap((id) => {
    const first = closedWith.get(id);
    const taken = settledLater.get(id) ?? [];
    const original = first?.state ?? noState;
    // A period closed anew counts from its last closing on.
    const last = taken.findLast((s) => s.closing > closing.id);
    const was = last ? (JSON.parse(last.figures) as MonthState) : original;
    const current = now.get(id);
    const state: MonthState = {
      ...(current?.state ?? noState),
      carried: current?.state.carried ?? was.carried,
    };
    // Nearly everybody: closed, never settled since, and as it was.
    if (taken.length === 0 && !differs(original, state)) return [];
    const after = worthOf(state);
    const amounts = taken.map((s) => s.amount);
    const amount = stillDue(after, worthOf(original), amounts);
    const teams = taken.map((s) => (JSON.parse(s.figures) as MonthState).teamTaken ?? '0');
    const team = stillDue(state.team ?? '0', original.team ?? '0', teams);
    const owed = amount !== null && Number(amount) !== 0;
    const moved = owed || Number(team) !== 0 || differs(was, state);
    const person = current ? personOf(current.person) : first?.person;
    if (!moved || !person) return [];
    const closedFor = worthOf(original);
    return [
      {
        period,
        person,
        before: closedFor === null ? null : yuan(sum([closedFor, ...amounts])),
        after,
        amount,
        // The department whose share was paid takes or gives the difference.
        team:
          Number(team) === 0
            ? null
            : { department: (first?.person ?? person).department, amount: team ?? '0.00' },
        base: {
          closing: last?.closing ?? closing.id,
          settled: last !== undefined,
          dataVersion: last?.dataVersion ?? closing.dataVersion,
        },
        now: state,
        was,
      },
    ];
  });
}

export const personOf = (p: StatementPerson): StatementPerson => ({
  technician_id: p.technician_id,
  name: p.name,
  role: p.role,
  department: p.department,
  region: p.region,
});

/** Rows by a key, each group in the order of the rows. */
export function grouped<R>(rows: readonly R[], key: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

interface Now {
  person: StatementPerson;
  /** No rest where the month before is open: then nobody knows it, and none is assumed to have moved. */
  state: Omit<MonthState, 'carried'> & { carried?: string };
}

/** What a month comes to by the data and the policy of now, for everybody who has a statement of it. */
async function statesNow(
  ctx: ReportContext,
  period: string,
  before: Closing | null,
): Promise<Map<string, Now>> {
  const month = checkedPeriod(period);
  const [people, facts, items, rests] = await Promise.all([
    earningPeople(ctx, month, {}),
    monthFacts(ctx, month),
    itemSums(ctx, period),
    before ? frozenPeople(ctx, before, {}) : [],
  ]);
  const policy = ctx.policy.on(month.end);
  const carried = new Map(rests.map((r) => [r.technician_id, r.pay.carried_over]));
  const now = new Map<string, Now>();
  for (const person of people) {
    const id = person.technician_id;
    now.set(id, {
      person,
      state: {
        figures: monthStatement(facts.get(id) ?? nothingHappened, policy),
        items: items.get(id) ?? '0.00',
        ...(before ? { carried: carried.get(id) ?? '0.00' } : {}),
      },
    });
  }
  // Who has a rest of the month before, and no statement of this one.
  for (const r of rests) {
    if (Number(r.pay.carried_over) === 0 || now.has(r.technician_id)) continue;
    now.set(r.technician_id, {
      person: personOf(r),
      state: { figures: null, items: '0.00', carried: r.pay.carried_over },
    });
  }
  return now;
}

/** Amounts of other regulations of a month, by technician, as loaded now; yuan. */
export async function itemSums(ctx: ReportContext, period: string): Promise<Map<string, string>> {
  const items = grouped(await liveItems(ctx, { period }), (item) => item.technician_id);
  return new Map([...items].map(([id, of]) => [id, yuan(sum(of.map((item) => item.amount)))]));
}
