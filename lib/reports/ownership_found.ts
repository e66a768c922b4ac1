/** Gathers what O-01 to O-05 find at a date, with proposals and what was decided: behind the reports of ownership. */
import {
  closedBySalesperson,
  customersOwned,
  ownershipConflicts,
  registrations,
} from '@/lib/queries/ownership';
import {
  type Candidate,
  type Closed,
  candidatesFor,
  enteredBeforeReview,
  lateEntry,
  lateFirstContact,
  lateForward,
  Proposals,
  type Seller,
} from '@/lib/rules/ownership';
import { addDays, daysBetween } from '@/lib/rules/period';
import {
  decidedOwners,
  findingKey,
  type OwnerDecision,
  ownerDecisions,
  standingByFinding,
} from '@/lib/work/ownership';
import { openWorkStore } from '@/lib/work/store';
import { seenBy } from './funnel_seen';
import type { ReportContext } from './report';

/** The four of the report, then the two of the manager's review (O-05). */
export const findings = [
  'unowned',
  'conflict',
  'late_entry',
  'late_first_contact',
  'late_forward',
  'entered_before_review',
] as const;
export type Finding = (typeof findings)[number];

export interface Found {
  finding: Finding;
  customer_id: string;
  name: string;
  department: string | null;
  region: string | null;
  grade: string | null;
  owner: string | null;
  other_customer_id: string | null;
  other_name: string | null;
  other_owner: string | null;
  /** What two records share. */
  marks: string[];
  /** The day from which it stands, or on which the deadline began. */
  since: string | null;
  /** How long it has stood; of what was late, by how many days. */
  days: number | null;
  /**
   * The first day on which this is found, as the register has it today; null: on every day. Deadlines are those of the
   * policy at the as-of date.
   */
  found_from: string | null;
  /** Somebody has to decide: unowned, in conflict, or assigned and still not contacted (O-03). */
  to_decide: boolean;
  proposed_owner: string | null;
  decision: OwnerDecision['decision'] | null;
  decision_id: number | null;
  decided_owner: string | null;
  decided_by: string | null;
  decided_on: string | null;
  decided_why: string | null;
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

/** What the dates of a record say of a finding. */
type Judged = Pick<Found, 'since' | 'days' | 'found_from' | 'to_decide'>;

const none: string[] = [];

type Lists = Parameters<typeof seenBy>[1];

export interface Sellers {
  sellers: Seller[];
  rates: Map<string | null, Closed>;
}

/** Everybody who owns customers and has not left, with load and results: the whole company's (O-04). */
export async function sellersAt(
  ctx: ReportContext,
  as_of: string,
  decided: ReadonlyMap<string, OwnerDecision>,
): Promise<Sellers> {
  const moves = [...decided.values()];
  const [owned, closed] = await Promise.all([
    customersOwned(ctx.db, {
      as_of,
      moved_customers: moves.map((d) => d.customer_id),
      moved_from: moves.map((d) => d.previous_owner ?? ''),
      moved_owners: moves.map((d) => d.owner),
    }),
    closedBySalesperson(ctx.db, { as_of }),
  ]);
  const results = new Map<string | null, Closed>();
  const rates = new Map<string | null, Closed>();
  const add = (to: Map<string | null, Closed>, key: string | null, c: Closed) => {
    const so = to.get(key) ?? { signed: 0, closed: 0 };
    to.set(key, { signed: so.signed + c.signed, closed: so.closed + c.closed });
  };
  for (const row of closed) {
    add(results, row.salesperson, row);
    add(rates, row.department, row);
  }
  const byOwner = new Map<string, (typeof owned)[number][]>();
  for (const row of owned) {
    if (row.has_left) continue;
    const own = byOwner.get(row.owner);
    if (own) own.push(row);
    else byOwner.set(row.owner, [row]);
  }
  const sellers = [...byOwner].map(([name, rows]) => ({
    name,
    department: rows[0]?.own_department ?? homeOf(rows),
    customers: rows.reduce((n, r) => n + r.customers, 0),
    regions: new Set(rows.flatMap((r) => r.region ?? [])),
    departments: new Set(rows.flatMap((r) => r.department ?? [])),
    ...(results.get(name) ?? { signed: 0, closed: 0 }),
  }));
  return { sellers, rates };
}

/** Where the register of people says nothing: the department of most of one's customers, of equals by name. */
function homeOf(rows: readonly { department: string | null; customers: number }[]): string | null {
  const counts = new Map<string, number>();
  for (const r of rows) {
    if (r.department !== null) counts.set(r.department, (counts.get(r.department) ?? 0) + r.customers);
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

/** The later of two days; null is before all. */
const latest = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b > a) ? b : a;

/** What a policy says of findings: where it is the same on two days, the earlier ones stand among the later. */
const judgedBy = [
  'registration.enter_within',
  'registration.forward_within',
  'contact.first_within',
  'contact.methods',
] as const;

/**
 * The findings of an earlier day: out of those of a later one, which hold them all, unless the policy or a filter of
 * that day is another one; then that day is asked. What is no finding any longer, since the register has another owner
 * or no conflict, is none of an earlier day either.
 * @param later what `ownershipAt` found for the same question at its as-of date
 */
export async function ownershipBefore<R extends Found>(
  ctx: ReportContext,
  p: { as_of: string } & Lists,
  day: string,
  { later, ask }: { later: readonly R[]; ask: (day: string) => Promise<R[]> },
): Promise<R[]> {
  const [policy, policyThen] = [ctx.policy.on(p.as_of), ctx.policy.on(day)];
  const same = judgedBy.every((name) => JSON.stringify(policy[name]) === JSON.stringify(policyThen[name]));
  // A tier and what was bought are those of the day.
  if (!same || p.tier?.length || p.product?.length) return ask(day);
  return later.filter((f) => f.found_from === null || f.found_from <= day);
}

/**
 * All findings at a date that are in sight, in the order of `findings`, then by customer number. Proposals are made
 * over the whole company, one after the other, each knowing of those before it; decided ones make none.
 */
export async function ownershipAt(ctx: ReportContext, p: { as_of: string } & Lists): Promise<Found[]> {
  const { as_of } = p;
  const policy = ctx.policy.on(as_of);
  const within = {
    enter: policy['registration.enter_within'],
    first: policy['contact.first_within'],
    forward: policy['registration.forward_within'],
  };
  const seen = seenBy(ctx.viewer, p);
  const all = await ownerDecisions(await openWorkStore(ctx.db.dir));
  const standing = standingByFinding(all);
  const [files, conflicts, { sellers, rates }] = await Promise.all([
    registrations(ctx.db, {
      as_of,
      methods: [...policy['contact.methods']],
      enter_within: within.enter,
      first_within: within.first,
      forward_within: within.forward,
      ...seen,
    }),
    ownershipConflicts(ctx.db, { as_of, ...seen }),
    sellersAt(ctx, as_of, decidedOwners(all)),
  ]);

  const found = new Map(findings.map((finding): [Finding, Found[]] => [finding, []]));
  const outOfSight = new Set<Found>();
  const add = (
    finding: Finding,
    r: (typeof files)[number] | (typeof conflicts)[number],
    { since, days, found_from, to_decide }: Judged,
  ): Found => {
    // One plain object each, written out: a company has hundreds of thousands.
    const row: Found = {
      finding,
      customer_id: r.customer_id,
      name: r.name,
      department: r.department,
      region: r.region,
      grade: r.grade,
      owner: r.owner,
      other_customer_id: null,
      other_name: null,
      other_owner: null,
      marks: none,
      to_decide,
      proposed_owner: null,
      decision: null,
      decision_id: null,
      decided_owner: null,
      decided_by: null,
      decided_on: null,
      decided_why: null,
      source_import: r.source_import,
      source_file: r.source_file,
      source_sheet: r.source_sheet,
      source_line: r.source_line,
      since,
      days,
      found_from,
    };
    if (!r.seen) outOfSight.add(row);
    found.get(finding)?.push(row);
    return row;
  };
  /** Decided of an owner who is no longer the one: a later one that is late too is a question of its own. */
  const decide = (row: Found) => {
    const d = standing.size === 0 ? undefined : standing.get(findingKey(row));
    if (!d || d.previous_owner !== row.owner) return;
    row.proposed_owner = d.proposed_owner;
    row.decision = d.decision;
    row.decision_id = d.id;
    row.decided_owner = d.owner;
    row.decided_by = d.decided_by;
    row.decided_on = d.decided_on;
    row.decided_why = d.why;
  };

  for (const f of files) {
    // Nobody knew of a file before it was collected, entered or assigned.
    const known = f.collected_on ?? f.entered_on ?? f.assigned_on;
    const late = (deadline: string) => latest(known, addDays(deadline, 1));
    if (f.owner === null && (f.entered_on === null || f.entered_on <= as_of)) {
      const since = f.entered_on ?? f.collected_on ?? f.assigned_on;
      const days = since === null ? null : daysBetween(since, as_of);
      decide(add('unowned', f, { since, days, found_from: latest(known, f.entered_on), to_decide: true }));
    }
    const entry = lateEntry(f, within.enter, ctx.calendar, as_of);
    if (entry !== null && f.collected_on !== null) {
      const found_from = late(ctx.calendar.deadline(f.collected_on, within.enter));
      decide(add('late_entry', f, { since: f.collected_on, days: entry, found_from, to_decide: false }));
    }
    const contact = lateFirstContact(f, within.first, as_of);
    if (contact && f.assigned_on !== null) {
      const found_from = late(addDays(f.assigned_on, within.first));
      const { days, open } = contact;
      decide(add('late_first_contact', f, { since: f.assigned_on, days, found_from, to_decide: open }));
    }
    const forward = lateForward(f, within.forward, as_of);
    if (forward !== null && f.entered_on !== null) {
      const found_from = late(addDays(f.entered_on, within.forward));
      decide(add('late_forward', f, { since: f.entered_on, days: forward, found_from, to_decide: false }));
    }
    const early = enteredBeforeReview(f, as_of);
    if (early !== null) {
      const found_from = latest(known, f.reviewed_on);
      decide(
        add('entered_before_review', f, { since: f.entered_on, days: early, found_from, to_decide: false }),
      );
    }
  }
  for (const c of conflicts) {
    const since = c.entered_on ?? c.collected_on;
    const row = add('conflict', c, {
      since,
      days: since === null ? null : daysBetween(since, as_of),
      found_from: latest(c.entered_on, c.other_entered_on),
      to_decide: true,
    });
    row.other_customer_id = c.other_customer_id;
    row.other_name = c.other_name;
    row.other_owner = c.other_owner;
    row.marks = c.marks;
    // O-02: the record entered first owns.
    row.proposed_owner = c.other_owner;
    decide(row);
  }
  const rows = findings.flatMap((finding) =>
    (found.get(finding) ?? []).sort((a, b) => (a.customer_id < b.customer_id ? -1 : 1)),
  );

  const proposals = new Proposals(sellers, rates, policy['ownership.ability_min_closed']);
  for (const row of rows) {
    const asked = row.finding === 'unowned' || row.finding === 'late_first_contact';
    if (!asked || !row.to_decide || row.decision !== null) continue;
    row.proposed_owner = proposals.next(row, row.owner);
  }
  return outOfSight.size === 0 ? rows : rows.filter((row) => !outOfSight.has(row));
}

/** Who could take a customer at a date, the least loaded first, with the terms of O-04. */
export async function candidatesAt(
  ctx: ReportContext,
  as_of: string,
  customer: { region: string | null; department: string | null; owner: string | null },
): Promise<Candidate[]> {
  const all = await ownerDecisions(await openWorkStore(ctx.db.dir));
  const { sellers, rates } = await sellersAt(ctx, as_of, decidedOwners(all));
  const minClosed = ctx.policy.on(as_of)['ownership.ability_min_closed'];
  return candidatesFor(customer, sellers, rates, minClosed, customer.owner);
}
