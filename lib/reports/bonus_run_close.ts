/**
 * Closing a month (B-12): nothing closes with a step or a finding open; then figures, rows and parameters are frozen, of
 * the month and of the quarter and the half-year that are paid with it.
 */
import { periodsPaidWith } from '@/lib/rules/bonus_paid';
import { BonusRunError, type Made, stepsTaken } from '@/lib/work/bonus_runs';
import {
  closePeriod,
  type FrozenPeriod,
  type FrozenStatement,
  periodsEverClosed,
  type Settlement,
} from '@/lib/work/bonus_runs_closing';
import { openWorkStore } from '@/lib/work/store';
import { liveItems } from './bonus_items';
import { liveLong, liveLongStatements, liveLongTraces } from './bonus_long';
import { checkedPeriod, peopleOf } from './bonus_people';
import { liveQuestions } from './bonus_questions';
import { liveRecords } from './bonus_records';
import { closedMonths, grouped, unscoped } from './bonus_run_due';
import { liveFindings } from './bonus_run_findings';
import type { FrozenBody, FrozenFigures, FrozenRow, FrozenShared, LongBody } from './bonus_run_frozen';
import { figuresHash } from './bonus_run_hash';
import { runPeople } from './bonus_run_pay';
import { liveStatements } from './bonus_statement';
import { type Completed, complete } from './bonus_statement_of';
import { monthEntries, traceMonth } from './bonus_trace_month';
import type { ReportContext } from './report';

/** An earlier month that was closed once and is open again is closed first: later ones rest on it. */
async function requireEarlierClosed(ctx: ReportContext, period: string): Promise<void> {
  const closed = await closedMonths(ctx);
  const ever = await periodsEverClosed(await openWorkStore(ctx.db.dir));
  const open = ever.find((p) => p < period && !closed.has(p) && checkedPeriod(p).grain === 'month');
  if (open !== undefined) throw new BonusRunError('earlier_open', open);
}

/**
 * Closes a month that is over: all of it or nothing.
 * @param today the day on which it is closed (T-05)
 * @returns the number of the closing
 * @throws BonusRunError with what is still open
 */
export async function closeMonth(
  asked: ReportContext,
  period: string,
  made: Made,
  today: string,
): Promise<number> {
  const ctx = unscoped(asked);
  if (checkedPeriod(period).end > today) throw new BonusRunError('not_over', period);
  const version = ctx.db.dataVersion();
  await requireEarlierClosed(ctx, period);
  const store = await openWorkStore(ctx.db.dir);
  const steps = new Set((await stepsTaken(store, 'month', period)).map((s) => s.step));
  if (steps.has('closed')) throw new BonusRunError('is_closed', period);
  const missing = ['compiled', 'finance', 'hr'].filter((step) => !steps.has(step));
  if (missing.length > 0) throw new BonusRunError('steps_open', missing.join(' '));

  const findings = await liveFindings(ctx, { period });
  const open = findings.filter((f) => f.state === 'open');
  if (open.length > 0) throw new BonusRunError('findings_open', String(open.length));

  const people = await runPeople(ctx, period);
  const statements = await frozenOf(ctx, period, await completed(ctx, period, people));
  const shared: FrozenShared = {
    items: plain(await liveItems(ctx, { period })),
    questions: plain(await liveQuestions(ctx, { period })),
    findings: plain(findings),
    places: await placesOf(ctx, period),
  };
  const longer: FrozenPeriod[] = [];
  for (const name of periodsPaidWith(period).slice(1)) longer.push(await frozenLong(ctx, name));
  // Data or decisions that came meanwhile would be frozen half old, half new.
  if (ctx.db.dataVersion() !== version || figuresHash(await runPeople(ctx, period)) !== figuresHash(people))
    throw new BonusRunError('data_changed');
  const closing = { period, dataVersion: version, shared: JSON.stringify(shared), ...statements, longer };
  return closePeriod(store, closing, made);
}

async function placesOf(ctx: ReportContext, period: string): Promise<FrozenShared['places']> {
  const people = await peopleOf(ctx, checkedPeriod(period), {});
  return people.map(({ technician_id, department, region }) => ({ technician_id, department, region }));
}

const plain = (rows: readonly object[]): FrozenRow[] => rows as FrozenRow[];

async function completed(ctx: ReportContext, period: string, people: Awaited<ReturnType<typeof runPeople>>) {
  return complete(ctx, period, people, await liveStatements(ctx, period));
}

/** Each person's sheet, trace and records as texts, and what is settled of periods closed before. */
async function frozenOf(
  ctx: ReportContext,
  period: string,
  all: readonly Completed[],
): Promise<{ statements: FrozenStatement[]; settled: Settlement[] }> {
  const month = checkedPeriod(period);
  const policy = ctx.policy.on(month.end);
  const [entries, records] = await Promise.all([
    monthEntries(ctx, month, null),
    liveRecords(ctx, { period }),
  ]);
  const recordsOf = grouped(records, (r) => r.technician_id);
  const statements = all.map(({ sheet, person }) => {
    const id = person.technician_id;
    const row = person.row && { ...person.row, closed: true };
    const { name, role, department, region, jobs, pay } = person;
    const figures: FrozenFigures = { row, technician_id: id, name, role, department, region, jobs, pay };
    const body: FrozenBody = {
      sheet,
      trace: row ? traceMonth(entries.get(id) ?? [], row, policy) : [],
      records: plain(recordsOf.get(id) ?? []),
    };
    return { technician_id: id, figures: JSON.stringify(figures), body: JSON.stringify(body) };
  });
  const settled = all.flatMap(({ explained, person }) =>
    explained.map(({ due, now }) => ({
      period: due.period,
      technician_id: person.technician_id,
      amount: due.amount ?? '0.00',
      figures: JSON.stringify(due.team ? { ...due.now, teamTaken: due.team.amount } : due.now),
      body: JSON.stringify({ sheet: now }),
    })),
  );
  return { statements, settled };
}

/** A quarter or a half-year as it stands when the month in which it is paid is closed. */
async function frozenLong(ctx: ReportContext, period: string): Promise<FrozenPeriod> {
  const [all, sheets, traces, items, places] = await Promise.all([
    liveLong(ctx, period),
    liveLongStatements(ctx, period),
    liveLongTraces(ctx, period),
    liveItems(ctx, { period }),
    placesOf(ctx, period),
  ]);
  const sheetOf = new Map(sheets.map((sheet) => [sheet.technician.technician_id, sheet]));
  const statements = all.flatMap((figures) => {
    const id = figures.technician_id;
    const sheet = sheetOf.get(id);
    if (!sheet) return [];
    const body: LongBody = { sheet, trace: traces.get(id) ?? [] };
    return [{ technician_id: id, figures: JSON.stringify(figures), body: JSON.stringify(body) }];
  });
  const shared: FrozenShared = { items: plain(items), questions: [], findings: [], places };
  return { period, shared: JSON.stringify(shared), statements };
}
