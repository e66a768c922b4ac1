/** Everything the page of a month's run shows, from the address (B-10, B-12, B-13). */

import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete, stepName } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { cents, negative, plus, total } from '@/app/bonuses/_sums';
import { parsePeriod } from '@/lib/format';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { bonusRun, type RunRow } from '@/lib/reports/bonus_run';
import { type AdjustmentRow, bonusAdjustments } from '@/lib/reports/bonus_run_adjustments';
import { closedMonths, firstOpenAfter, unscoped } from '@/lib/reports/bonus_run_due';
import { bonusRunFindings, type FindingRow } from '@/lib/reports/bonus_run_findings';
import { figuresHash, partsHash } from '@/lib/reports/bonus_run_hash';
import { type RunPerson, runPeople } from '@/lib/reports/bonus_run_pay';
import { rowsOf } from '@/lib/reports/run';
import { nextStep, type Process, stepsOf } from '@/lib/rules/bonus_run';
import { isWaivable, type RunFinding, ruleOfFinding, runFindings } from '@/lib/rules/bonus_run_findings';
import { periodOf } from '@/lib/rules/period';
import { type StepEntry, type StepTaken, stepHistory, stepsTaken } from '@/lib/work/bonus_runs';
import { type Closing, closingsOf } from '@/lib/work/bonus_runs_closing';
import { openWorkStore } from '@/lib/work/store';

export const views = ['people', 'adjustments', 'versions'] as const;
export type RunView = (typeof views)[number];

type Params = Parameters<typeof bonusRun.run>[1];

/** A finding with how many of it there are. */
export interface FindingLine {
  finding: RunFinding;
  rule: string;
  open: number;
  waived: number;
  waivable: boolean;
}

export interface StepLine {
  step: string;
  taken: StepTaken | null;
  /** It is its turn. */
  next: boolean;
  /** The figures moved after it was taken. */
  changed: boolean;
}

export interface StepsModel {
  process: Process;
  period: string;
  /** Of the figures as they are shown. */
  hash: string;
  steps: StepLine[];
  /** Steps that were taken back. */
  history: StepEntry[];
}

export interface RunSums {
  period: string;
  people: number;
  payable: string | null;
  total: string | null;
  items: string;
  adjustments: string | null;
  carried: string;
}

/** A part of what is payable and how much it moved since the month before; yuan. */
export interface BridgePart {
  part: 'performance' | 'rewards' | 'fines' | 'items' | 'adjustments' | 'carried' | 'rest';
  before: string;
  now: string;
}

export interface RunModel {
  params: Params;
  view: RunView | null;
  rows: RunRow[];
  all: number;
  sums: RunSums;
  before: RunSums;
  bridge: BridgePart[];
  adjustments: AdjustmentRow[];
  findings: FindingLine[];
  findingRows: FindingRow[];
  open: number;
  waived: number;
  month: StepsModel;
  parts: StepsModel & { payMonth: string };
  closing: Closing | null;
  closings: Closing[];
  /** How many closed months have moved. */
  moved: number;
  /** The months that are closed, and the one in which their differences stand. */
  closedMonths: string[];
  adjustedIn: string | null;
  over: boolean;
  /** What closing freezes, whatever is filtered. */
  whole: { people: number; payable: string | null; open: number };
  options: { region: string[]; department: string[] };
  link: (report: string, more?: Record<string, readonly string[]>) => string;
  file: string;
}

type Paid = 'items' | 'adjustments' | 'carried' | 'payable';

const money = (people: readonly RunPerson[], name: Paid) => cents(total(people.map((p) => p.pay[name])));

const statementsOf = (people: readonly RunPerson[]) => people.flatMap(({ row }) => (row ? [row] : []));

function sumsOf(period: string, people: readonly RunPerson[]): RunSums {
  return {
    period,
    people: people.length,
    payable: money(people, 'payable'),
    total: cents(total(statementsOf(people).map((row) => row.total))),
    items: money(people, 'items') ?? '0.00',
    adjustments: money(people, 'adjustments'),
    carried: money(people, 'carried') ?? '0.00',
  };
}

type Statement = NonNullable<RunPerson['row']>;

/** What is payable, part by part, against the month before. */
function bridgeOf(now: readonly RunPerson[], then: readonly RunPerson[]): BridgePart[] {
  const part = (
    name: BridgePart['part'],
    of: (people: readonly RunPerson[]) => string | null,
  ): BridgePart => ({
    part: name,
    before: of(then) ?? '0.00',
    now: of(now) ?? '0.00',
  });
  const figure = (name: BridgePart['part'], value: (row: Statement) => string | null) =>
    part(name, (people) => cents(total(statementsOf(people).map(value))));
  // A negative sum that is carried over or waived is not taken from what is paid.
  const rest = ({ pay }: RunPerson) => plus(pay.payable, negative(pay.due));
  return [
    figure('performance', (row) => row.performance_pay),
    figure('rewards', (row) => plus(row.praise, row.savings)),
    figure('fines', (row) => negative(plus(row.fines_unsigned, row.fines_complaint))),
    part('items', (people) => money(people, 'items')),
    part('adjustments', (people) => money(people, 'adjustments')),
    part('carried', (people) => money(people, 'carried')),
    part('rest', (people) => cents(total(people.map(rest)))),
  ];
}

async function stepsModel(
  ctx: PageContext,
  process: Process,
  period: string,
  hash: string,
): Promise<StepsModel> {
  const store = await openWorkStore(ctx.db.dir);
  const [taken, history] = await Promise.all([
    stepsTaken(store, process, period),
    stepHistory(store, process, period),
  ]);
  const of = new Map(taken.map((s) => [s.step, s]));
  const next = nextStep(process, new Set(of.keys()));
  const closed = of.has('closed');
  return {
    process,
    period,
    hash,
    history: history.filter((s) => s.withdrawnAt !== null),
    steps: stepsOf[process].map((step) => {
      const done = of.get(step) ?? null;
      const changed = done !== null && !closed && step !== 'paid' && done.figuresHash !== hash;
      return { step, taken: done, next: step === next, changed };
    }),
  };
}

/** The quarter whose parts commission is paid around a month: the last one that is over by its first day (B-09). */
function partsQuarter(month: string): { quarter: string; payMonth: string } {
  const before = parsePeriod(stepName(month, -3));
  const quarter = periodOf(before?.end ?? '', 'quarter');
  return { quarter: quarter.name, payMonth: stepName(quarter.end.slice(0, 7), 1) };
}

const known = (values: readonly (string | null)[]): string[] =>
  [...new Set(values)].filter((v) => v !== null).sort((a, b) => a.localeCompare(b, 'zh-CN'));

/** @throws BadParameterError, NotInForceError, QueryError */
export async function runModel(ctx: PageContext, search: SearchParams): Promise<RunModel> {
  const params = ask(bonusRun, search, { period: lastComplete(ctx.defaultAsOf, 'month') });
  const { period } = params;
  const view = choice('view', one(search, 'view'), views);
  const row = one(search, 'row');
  const store = await openWorkStore(ctx.db.dir);
  const { quarter, payMonth } = partsQuarter(period);
  const [
    rows,
    before,
    everybody,
    findingRows,
    adjustments,
    people,
    shown,
    parts,
    closings,
    closed,
    allFindings,
  ] = await Promise.all([
    rowsOf(bonusRun, ctx, params),
    runPeople(ctx, stepName(period, -1), params),
    rowsOf(bonusRun, ctx, { period }),
    rowsOf(bonusRunFindings, ctx, params),
    view === 'adjustments'
      ? rowsOf(bonusAdjustments, ctx, params)
      : view === 'people' && row !== undefined
        ? rowsOf(bonusAdjustments, ctx, { period, technician: row })
        : ([] as AdjustmentRow[]),
    runPeople(unscoped(ctx), period),
    runPeople(ctx, period, params),
    rowsOf(bonusQuarter, unscoped(ctx), { period: quarter }),
    closingsOf(store, period),
    closedMonths(ctx),
    rowsOf(bonusRunFindings, ctx, { period }),
  ]);
  const [month, commission] = await Promise.all([
    stepsModel(ctx, 'month', period, figuresHash(people)),
    stepsModel(ctx, 'parts', quarter, partsHash(parts)),
  ]);
  const last = [...closed.keys()].filter((m) => m < period).at(-1) ?? [...closed.keys()].at(-1);
  const linked = asked(params);
  return {
    params,
    view,
    rows,
    all: everybody.length,
    sums: sumsOf(period, shown),
    before: sumsOf(stepName(period, -1), before),
    bridge: bridgeOf(shown, before),
    adjustments,
    findings: runFindings.map((finding) => {
      const of = findingRows.filter((f) => f.finding === finding);
      const open = of.filter((f) => f.state === 'open').length;
      const waived = of.length - open;
      return { finding, rule: ruleOfFinding[finding], open, waived, waivable: isWaivable(finding) };
    }),
    findingRows,
    open: findingRows.filter((f) => f.state === 'open').length,
    waived: findingRows.filter((f) => f.state === 'waived').length,
    month,
    parts: { ...commission, payMonth },
    closing: closings.find((c) => c.reopenedAt === null) ?? null,
    closings,
    moved: new Set(people.flatMap((p) => p.due.map((d) => d.period))).size,
    closedMonths: [...closed.keys()],
    adjustedIn: last === undefined ? null : firstOpenAfter(last, closed),
    over: (parsePeriod(period)?.end ?? '') <= ctx.today,
    whole: {
      people: people.length,
      payable: money(people, 'payable'),
      open: allFindings.filter((f) => f.state === 'open').length,
    },
    options: {
      region: known(everybody.map((r) => r.region)),
      department: known(everybody.map((r) => r.department)),
    },
    link: (report, more = {}) => href(`/rows/${report}`, linked, more),
    file: href('/api/reports/bonus_run', linked),
  };
}
