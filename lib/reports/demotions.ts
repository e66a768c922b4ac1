/** VIP customers with a problem that nobody has decided yet, every day, not only in a review. */
import { incidentsOf, lastDecided, ledgersOf } from '@/lib/queries/demotions';
import { addDays, daysBetween, type Period, periodOf, stepPeriod } from '@/lib/rules/period';
import { coverOf } from '@/lib/rules/receivables';
import { problemSales } from '@/lib/rules/review-problems';
import { demotedTo } from '@/lib/rules/review-proposals';
import { column, sourceColumns } from './columns';
import { departmentsInSight } from './customer-filters';
import { asOf, filters, many } from './params';
import { defineReport, type ReportContext } from './report';
import { type Reviewed, reviewedPlaces } from './review';
import { type ProblemDays, reviewMeasures } from './review_measures';

/** One thing that is a problem: a sale or an incident. */
export interface Problem {
  item: string;
  /** late, overdue, or the kind of the incident. */
  kind: string;
  date: string;
  due_on: string | null;
  paid_on: string | null;
  found_on: string;
  amount: string | null;
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

/** An open case: the undecided problems of a customer, by the one that sets the clock. */
interface Case {
  customer: Reviewed;
  /** How many are undecided. */
  problems: number;
  /** The kind of the first one. */
  problem: string;
  found_on: string;
  score: string;
  proposed_tier: string;
  /** The half-year in which the problem was found, where its review judges it; null while that is not over. */
  period: string | null;
}

type Filters = Parameters<typeof reviewedPlaces>[2];

const groupBy = <T extends { customer_id: string }>(rows: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const known = groups.get(row.customer_id);
    if (known) known.push(row);
    else groups.set(row.customer_id, [row]);
  }
  return groups;
};

/** Of what was found on one day: what is still owed, what was paid late, what happened. */
const weight = (kind: string): number => (kind === 'overdue' ? 0 : kind === 'late' ? 1 : 2);

/** the earliest one found in the span; where all are older, the oldest. */
function inClockOrder<P extends { kind: string; found_on: string; item: string }>(
  problems: P[],
  from: string,
): P[] {
  const before = (p: P) => (p.found_on < from ? 1 : 0);
  const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return problems.sort(
    (a, b) =>
      before(a) - before(b) ||
      text(a.found_on, b.found_on) ||
      weight(a.kind) - weight(b.kind) ||
      text(a.item, b.item),
  );
}

/**
 * what is a problem of some customers from `from` to `to`: sales found late or overdue, and incidents; customer
 * by customer, in no order.
 */
export async function problemsOf(
  ctx: ReportContext,
  customers: readonly string[],
  from: string,
  to: string,
): Promise<Map<string, Problem[]>> {
  if (customers.length === 0) return new Map();
  const policy = ctx.policy.on(to);
  const asked = { as_of: to, customers: [...customers] };
  const [entries, incidents] = await Promise.all([
    ledgersOf(ctx.db, asked),
    incidentsOf(ctx.db, { ...asked, found_from: from }),
  ]);
  const ledgers = groupBy(entries);
  const found = groupBy(incidents);
  return new Map(
    customers.map((id) => {
      const charges = coverOf(ledgers.get(id) ?? [], to, policy['receivables.default_term']);
      const sales = problemSales(charges, from, to, policy['receivables.grace_days']);
      const all: Problem[] = [
        ...sales.map(({ charge: { entry, due_on, paid_on }, found_on }) => ({
          item: entry.entry_id,
          kind: paid_on === null ? 'overdue' : 'late',
          date: entry.date,
          due_on,
          paid_on,
          found_on,
          amount: entry.amount,
          ...sourceOf(entry),
        })),
        ...(found.get(id) ?? []).map((i) => ({
          item: i.incident_id,
          kind: i.kind,
          date: i.occurred_on,
          due_on: null,
          paid_on: null,
          found_on: i.found_on,
          amount: null,
          ...sourceOf(i),
        })),
      ];
      return [id, all];
    }),
  );
}

/** What of a customer is undecided: how much, and what sets the clock. */
type Open = Pick<Case, 'problems' | 'problem' | 'found_on'>;

function openOf(
  undecided: { kind: string; found_on: string; item: string }[],
  problems: number,
  from: string,
): Open | null {
  const [first] = inClockOrder(undecided, from);
  return first ? { problems, problem: first.kind, found_on: first.found_on } : null;
}

type Incident = Awaited<ReturnType<typeof incidentsOf>>[number];

/**
 * The same from what is kept of every customer, without its ledger: of somebody never decided, and of somebody whose
 * problem sales are all decided. Undefined where only the sales themselves tell.
 */
function openFrom(
  days: ProblemDays,
  incidents: readonly Incident[],
  since: string | null,
  from: string,
): Open | null | undefined {
  const salesDecided = since !== null && (days.last_found_on ?? '') <= since;
  if (since !== null && !salesDecided) return undefined;
  const sale = (kind: string, found_on: string | null) =>
    found_on === null ? [] : [{ kind, found_on, item: '' }];
  const sales = salesDecided
    ? []
    : [
        ...sale('overdue', days.overdue_found_on),
        ...sale('late', days.paid_found_on),
        ...sale('overdue', days.found_before_on),
      ];
  const happened = incidents
    .filter((i) => since === null || i.found_on > since)
    .map(({ kind, found_on, incident_id: item }) => ({ kind, found_on, item }));
  return openOf([...sales, ...happened], (salesDecided ? 0 : days.problem_sales) + happened.length, from);
}

/**
 * The open cases at a day. Looked at are the half-year that runs and the one before it, whose review may still be
 * open, and every sale overdue, however old; a problem found by the day of a decision is decided. Score and proposal
 * are those of the review of the half-year in which the problem was found, the running one judged at the day.
 */
export async function demotionCases(ctx: ReportContext, as_of: string, given: Filters): Promise<Case[]> {
  const { running, last, span } = spansOf(as_of);
  const [now, then] = await Promise.all([
    reviewedPlaces(ctx, running, given),
    reviewedPlaces(ctx, last, given),
  ]);
  const placeBefore = new Map<number, number>();
  for (const at of then.places)
    if (then.columns.problemsAt(at) > 0) placeBefore.set(then.columns.keyAt(at), at);
  const before = (customer_key: number): Reviewed | undefined => {
    const at = placeBefore.get(customer_key);
    return at === undefined ? undefined : then.columns.row(at);
  };
  const vips: Reviewed[] = [];
  for (const at of now.places) {
    if (now.columns.get('tier', at) !== 'vip') continue;
    if (now.columns.problemsAt(at) > 0 || placeBefore.has(now.columns.keyAt(at)))
      vips.push(now.columns.row(at));
  }
  if (vips.length === 0) return [];
  const customers = vips.map((r) => r.customer_id);
  const [decided, found, measures] = await Promise.all([
    lastDecided(ctx.db, { as_of, customers }),
    incidentsOf(ctx.db, { as_of, customers, found_from: last.start }),
    reviewMeasures(ctx, span, departmentsInSight(ctx.viewer, given.department)),
  ]);
  const decidedOn = new Map(decided.map((d) => [d.customer_id, d.decided_on]));
  const incidents = groupBy(found);
  const open = new Map(
    vips.map(({ customer_id: id, customer_key }) => [
      id,
      openFrom(
        measures.problemDays(customer_key),
        incidents.get(id) ?? [],
        decidedOn.get(id) ?? null,
        last.start,
      ),
    ]),
  );
  const untold = customers.filter((id) => open.get(id) === undefined);
  for (const [id, problems] of await problemsOf(ctx, untold, last.start, as_of)) {
    const since = decidedOn.get(id) ?? '';
    const undecided = problems.filter((p) => p.found_on > since);
    open.set(id, openOf(undecided, undecided.length, last.start));
  }
  // Values of a day are made anew each time that they are asked for.
  const [policyNow, policyThen] = [ctx.policy.on(as_of), ctx.policy.on(last.end)];
  return vips.flatMap((row): Case[] => {
    const first = open.get(row.customer_id);
    if (!first) return [];
    const ended = first.found_on <= last.end ? before(row.customer_key) : undefined;
    const judged = ended ?? row;
    const down = demotedTo(
      { ...judged, tier: 'vip', problems: Math.max(1, judged.problems) },
      judged === row ? policyNow : policyThen,
    );
    return [
      {
        customer: row,
        ...first,
        score: judged.score,
        proposed_tier: down ?? 'qualified',
        period: judged === row ? null : last.name,
      },
    ];
  });
}

/** The half-year that runs up to a day, the one before it, and both as one: what problems are looked for in. */
export function spansOf(as_of: string): Record<'running' | 'last' | 'span', Period> {
  const half = periodOf(as_of, 'half');
  const last = stepPeriod(half, -1);
  const running = { ...half, end: as_of };
  return { running, last, span: { ...running, start: last.start } };
}

const sourceOf = (row: Pick<Problem, 'source_import' | 'source_file' | 'source_sheet' | 'source_line'>) => ({
  source_import: row.source_import,
  source_file: row.source_file,
  source_sheet: row.source_sheet,
  source_line: row.source_line,
});

/** the open demotion cases at a day, the most urgent first, with the days that are left (negative: late). */
export const demotions = defineReport({
  name: 'demotions',
  params: { as_of: asOf, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.code('problem', 'problem'),
    column.date('found_on'),
    column.date('due_on'),
    column.integer('days_left'),
    column.decimal('score'),
    column.code('proposed_tier', 'tier'),
  ],
  rules: ['R-03', 'R-05', 'R-13'],
  run: async (ctx, p) => {
    const within = ctx.policy.on(p.as_of)['review.demote_within'];
    const cases = await demotionCases(ctx, p.as_of, { ...p, tier: undefined });
    return cases
      .filter(() => !p.tier?.length || p.tier.includes('vip'))
      .map(({ customer, problem, problems, found_on, score, proposed_tier, period }) => ({
        customer_id: customer.customer_id,
        name: customer.name,
        department: customer.department,
        problem,
        found_on,
        due_on: addDays(found_on, within),
        days_left: daysBetween(p.as_of, addDays(found_on, within)),
        score,
        proposed_tier,
        problems,
        period,
      }))
      .sort((a, b) =>
        a.due_on === b.due_on ? (a.customer_id < b.customer_id ? -1 : 1) : a.due_on < b.due_on ? -1 : 1,
      );
  },
});

/** the undecided problems behind the open cases, of one customer with `customer_id`. */
export const demotionProblems = defineReport({
  name: 'demotion_problems',
  params: { as_of: asOf, customer_id: many, ...filters },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.code('kind', 'problem'),
    column.text('item'),
    column.date('date'),
    column.date('due_on'),
    column.date('paid_on'),
    column.date('found_on'),
    column.money('amount'),
    ...sourceColumns,
  ],
  rules: ['R-03', 'R-13'],
  run: async (ctx, p) => {
    const cases = (await demotionCases(ctx, p.as_of, { ...p, tier: undefined })).filter(
      (c) => !p.customer_id?.length || p.customer_id.includes(c.customer.customer_id),
    );
    const { last } = spansOf(p.as_of);
    const customers = cases.map((c) => c.customer.customer_id);
    const [decided, problemsBy] = await Promise.all([
      lastDecided(ctx.db, { as_of: p.as_of, customers }),
      problemsOf(ctx, customers, last.start, p.as_of),
    ]);
    const decidedOn = new Map(decided.map((d) => [d.customer_id, d.decided_on]));
    return cases.flatMap(({ customer: { customer_id, name, department } }) => {
      const since = decidedOn.get(customer_id) ?? '';
      const open = (problemsBy.get(customer_id) ?? []).filter((problem) => problem.found_on > since);
      return inClockOrder(open, last.start).map((problem) => ({ customer_id, name, department, ...problem }));
    });
  },
});
