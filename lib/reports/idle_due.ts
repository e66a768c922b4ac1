/** Every watched customer with its next contact: in which list it stands and how it stands there (I-01 to I-09). */
import { z } from 'zod';
import { contactPace, plannedDays } from '@/lib/queries/idle';
import { type IdleClass, type IdleReason, idleReasonNames } from '@/lib/rules/idle';
import { idleClasses, listOn, stateOn } from '@/lib/rules/idle_days';
import {
  type IdleList,
  type IdleState,
  idleLists,
  idleStates,
  paceOf,
  workingDaysIn,
} from '@/lib/rules/idle_plan';
import { addDays, daysBetween } from '@/lib/rules/period';
import { NONE } from '@/lib/warehouse/columns';
import { decisionsVersion } from '@/lib/work/store';
import { column } from './columns';
import type { IdleJudged, JudgedFilters, JudgedRow, JudgedSplit } from './idle_columns';
import { idleJudged } from './idle_judged';
import { dayAt, keepColumns, placesOf } from './kept_columns';
import { asOf, filters, listOrAll } from './params';
import { defineReport, type ReportContext } from './report';
import { scopeParams } from './viewer';

/**
 * `due_on` is the earliest of the reasons that apply, else of those that come next; `days_left` to it, negative when it
 * is past. `planned_for` the next visit planned and not done. `state` due: within `idle.horizon` working days; `left` keeps
 * those with fewer days left. `remedies` says what settles each reason. Ordered by value at stake, then due date, then customer number.
 */
export const idleDue = defineReport({
  name: 'idle_due',
  params: {
    as_of: asOf,
    list: z.array(z.enum(idleLists)).optional(),
    state: z.array(z.enum(idleStates)).optional(),
    class: z.array(z.enum(idleClasses)).optional(),
    reason: z.array(z.enum(idleReasonNames)).optional(),
    left: z
      .string()
      .regex(/^\d{1,4}$/, 'expected a whole number of days')
      .optional(),
    ...filters,
  },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.code('class', 'class'),
    column.code('list', 'idle_list'),
    column.code('state', 'idle_state'),
    column.list('reasons', 'idle_reason'),
    column.list('remedies', 'idle_remedy'),
    column.date('due_on'),
    column.integer('days_left'),
    column.date('planned_for'),
    column.date('last_contact_on'),
    column.code('last_contact_method', 'method'),
    column.date('last_visit_on'),
    column.date('last_sale_on'),
    column.money('value_at_stake'),
  ],
  rules: ['I-01', 'I-02', 'I-03', 'I-04', 'I-05', 'I-06', 'I-07', 'I-08', 'I-09'],
  run: async (ctx, p) => {
    const standings = await idleStandings(ctx, p);
    const within = standings.within(p);
    const rows: DueRow[] = [];
    for (const place of standings.judged.inOrder()) if (within(place)) rows.push(standings.row(place));
    return rows;
  },
});

export interface DueFilters extends JudgedFilters {
  list?: readonly IdleList[] | undefined;
  state?: readonly IdleState[] | undefined;
  left?: string | undefined;
}

export type DueRow = Omit<JudgedRow, 'next_due_on' | 'next_reasons'> & {
  list: IdleList;
  state: IdleState;
  remedies: IdleReason[];
  days_left: number | null;
  planned_for: string | null;
};

/** How the next contact of every watched customer stands on a day, as columns by its place in the register. */
export class IdleStandings {
  constructor(
    readonly judged: IdleJudged,
    private readonly day: number,
    private readonly states: Uint8Array,
    private readonly lists: Uint8Array,
    private readonly planned: Int32Array,
  ) {}

  stateOf(place: number): IdleState {
    return idleStates[this.states[place] ?? 0] ?? 'covered';
  }

  listOf(place: number): IdleList {
    return idleLists[this.lists[place] ?? 0] ?? 'again';
  }

  /** Days since 1970: the earliest of the reasons that apply, else of those that come next; `NONE` where nothing is due. */
  dueOn(place: number): number {
    const due = this.judged.dueOn[place] as number;
    return due === NONE ? (this.judged.nextDueOn[place] as number) : due;
  }

  /** As-of to due date, negative when it is past; null where nothing is due. */
  daysLeft(place: number): number | null {
    const due = this.dueOn(place);
    return due === NONE ? null : due - this.day;
  }

  /** Whether a customer is watched and lies in all filters; `but` leaves one of them out, `state` with the days left. */
  within(filters: DueFilters, but?: JudgedSplit | 'state' | 'list'): (place: number) => boolean {
    // The reasons shown are those that come next where none applies.
    const { reason, ...others } = filters;
    const judged = this.judged.within(but === undefined ? others : { ...others, [but]: undefined });
    const states = but === 'state' || !filters.state?.length ? null : filters.state;
    const lists = but === 'list' || !filters.list?.length ? null : filters.list;
    const stateOpen = Uint8Array.from(idleStates, (s) => (states === null || states.includes(s) ? 1 : 0));
    const listOpen = Uint8Array.from(idleLists, (l) => (lists === null || lists.includes(l) ? 1 : 0));
    const left = but === 'state' || filters.left === undefined ? null : Number(filters.left);
    return (place) => {
      if (!judged(place)) return false;
      if (stateOpen[this.states[place] as number] !== 1) return false;
      if (listOpen[this.lists[place] as number] !== 1) return false;
      if (left !== null && (this.daysLeft(place) ?? left) >= left) return false;
      return !reason?.length || this.reasonsOf(place).some((r) => reason.includes(r));
    };
  }

  row(place: number): DueRow {
    const { next_due_on: _, next_reasons: __, ...row } = this.judged.row(place);
    const reasons = [...this.reasonsOf(place)];
    return {
      customer_id: row.customer_id,
      name: row.name,
      department: row.department,
      region: row.region,
      owner: row.owner,
      grade: row.grade,
      tier: row.tier,
      class: row.class,
      list: this.listOf(place),
      state: this.stateOf(place),
      reasons,
      remedies: reasons,
      due_on: dayAt(this.judged.dueOn, place) ?? dayAt(this.judged.nextDueOn, place),
      days_left: this.daysLeft(place),
      planned_for: dayAt(this.planned, place),
      last_contact_on: row.last_contact_on,
      last_contact_method: row.last_contact_method,
      last_visit_on: row.last_visit_on,
      last_sale_on: row.last_sale_on,
      value_at_stake: row.value_at_stake,
    };
  }

  private reasonsOf(place: number): readonly IdleReason[] {
    const { judged } = this;
    return judged.isIdle(place) ? judged.reasonsOf(place) : judged.nextReasonsOf(place);
  }
}

/** About 10 bytes a customer, beside the judgement. */
const WEIGHT = 1 / 3;

/**
 * Every watched customer of a date: what the due contacts, the pace of salespeople and the proposed week all look at,
 * under any filter.
 */
export function idleStandings(
  ctx: ReportContext,
  { as_of, product }: { as_of: string; product?: string[] | undefined },
): Promise<IdleStandings> {
  const { db, policy, calendar } = ctx;
  const until = calendar.deadline(as_of, policy.on(as_of)['idle.horizon']);
  const key = JSON.stringify([
    'standings',
    db.dir,
    db.dataVersion(),
    decisionsVersion(db.dir),
    policy.version,
    as_of,
    until,
    listOrAll(product),
    scopeParams(ctx.viewer),
  ]);
  return keepColumns(
    [key],
    async () => {
      const [judged, plans] = await Promise.all([
        idleJudged(ctx, { as_of, product }),
        plannedDays.columns(db, { as_of }, ['customer_key', 'planned_for']),
      ]);
      const [day, last] = [as_of, until].map((d) => daysBetween('1970-01-01', d)) as [number, number];
      const planOf = placesOf(plans.customer_key);
      const states = new Uint8Array(judged.length);
      const lists = new Uint8Array(judged.length);
      const planned = new Int32Array(judged.length).fill(NONE);
      const { codes, texts } = judged.split('class');
      for (let place = 0; place < judged.length; place++) {
        const plan = planOf[judged.keys[place] as number] ?? 0;
        if (plan > 0) planned[place] = plans.planned_for[plan - 1] as number;
        const [due, next] = [judged.dueOn[place] as number, judged.nextDueOn[place] as number];
        states[place] = stateOn(planned[place] as number, due, next, last);
        const kind = texts[codes[place] ?? 0] as IdleClass;
        lists[place] = listOn(kind, judged.lastContactOn[place] as number, due, next);
      }
      const value = new IdleStandings(judged, day, states, lists, planned);
      return { value, size: Math.ceil(judged.length * WEIGHT) };
    },
    'idle',
  );
}

/** Face-to-face contacts of each salesperson in the days by which a pace is judged, and how many of them were worked. */
export const idlePaces = {
  name: 'idle_paces',
  run: async (ctx: ReportContext, p: { as_of: string }) => {
    const policy = ctx.policy.on(p.as_of);
    const from_on = addDays(p.as_of, 1 - policy['visit.pace_days']);
    const paces = await contactPace(ctx.db, {
      from_on,
      as_of: p.as_of,
      face_to_face: [...policy['visit.face_to_face']],
    });
    const days = workingDaysIn(from_on, p.as_of, ctx.calendar);
    return paces.map((r) => ({ ...r, per_day: paceOf(r.visits, days) }));
  },
};
