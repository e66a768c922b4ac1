/** Every watched customer with its next contact: in which list it stands and how it stands there (I-01 to I-09). */
import { z } from 'zod';
import { contactPace, plannedVisits } from '@/lib/queries/idle';
import { idleReasonNames } from '@/lib/rules/idle';
import { idleClasses } from '@/lib/rules/idle_days';
import { idleLists, idleStates, paceOf, standingOf, workingDaysIn } from '@/lib/rules/idle_plan';
import { addDays } from '@/lib/rules/period';
import { column } from './columns';
import { idleJudged } from './idle_judged';
import { asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';
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
    const everybody = await rowsOf(idleStanding, ctx, { as_of: p.as_of, product: p.product });
    const wants = <T>(list: readonly T[] | undefined, values: readonly (T | null)[]) =>
      !list?.length || values.some((v) => v !== null && list.includes(v));
    return everybody.filter(
      (r) =>
        wants(p.list, [r.list]) &&
        wants(p.state, [r.state]) &&
        wants(p.class, [r.class]) &&
        wants(p.reason, r.reasons) &&
        wants(p.department, [r.department]) &&
        wants(p.region, [r.region]) &&
        wants(p.owner, [r.owner]) &&
        wants(p.grade, [r.grade]) &&
        wants(p.tier, [r.tier]) &&
        (p.left === undefined || (r.days_left !== null && r.days_left < Number(p.left))),
    );
  },
});

/**
 * Every watched customer of a date: what the due contacts, the pace of salespeople and the proposed week all look at,
 * under any filter, in one reading.
 */
const idleStanding = {
  name: 'idle_standing',
  run: async (ctx: ReportContext, p: { as_of: string; product: string[] | undefined }) => {
    const policy = ctx.policy.on(p.as_of);
    const until = ctx.calendar.deadline(p.as_of, policy['idle.horizon']);
    const [judged, plans] = await Promise.all([
      idleJudged(ctx, p),
      rowsOf(idlePlans, ctx, { as_of: p.as_of }),
    ]);
    // The next one first: what stands in the map is the earliest.
    const planned = new Map<string, string>();
    for (const plan of plans)
      if (!planned.has(plan.customer_id)) planned.set(plan.customer_id, plan.planned_for);
    return Array.from(judged.inOrder(), (place) => {
      const w = judged.row(place);
      const planned_for = planned.get(w.customer_id) ?? null;
      const s = standingOf({ ...w, planned_for }, p.as_of, until);
      return {
        customer_id: w.customer_id,
        name: w.name,
        department: w.department,
        region: w.region,
        owner: w.owner,
        grade: w.grade,
        tier: w.tier,
        class: w.class,
        list: s.list,
        state: s.state,
        reasons: s.reasons,
        remedies: s.reasons,
        due_on: s.due_on,
        days_left: s.days_left,
        planned_for,
        last_contact_on: w.last_contact_on,
        last_contact_method: w.last_contact_method,
        last_visit_on: w.last_visit_on,
        last_sale_on: w.last_sale_on,
        value_at_stake: w.value_at_stake,
      };
    });
  },
};

/** Visits planned for the date or later and not done, in sight of the viewer, the next one first. */
export const idlePlans = {
  name: 'idle_plans',
  run: (ctx: ReportContext, p: { as_of: string }) =>
    plannedVisits(ctx.db, { as_of: p.as_of, ...scopeParams(ctx.viewer) }),
};

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
