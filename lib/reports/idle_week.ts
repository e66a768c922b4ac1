/** A proposed week of visits: who goes to whom on which day (I-08, I-09). */
import { nextWorkingWeek, paceOf, proposeWeek, roomFor } from '@/lib/rules/idle_plan';
import { column } from './columns';
import { idleDue, idlePaces, idlePlans } from './idle_due';
import { asOf, filters } from './params';
import { defineReport } from './report';
import { rowsOf } from './rows';

/**
 * The next week with a working day after the as-of date. Of each salesperson's overdue customers and those that fall
 * due by its end, none of them planned yet, the most valuable that there is room for: the pace of visits so far, at
 * least `visit.min_per_day`, less what is already planned in that week. By salesperson, day and place on it.
 */
export const idleWeek = defineReport({
  name: 'idle_week',
  params: { as_of: asOf, ...filters },
  columns: [
    column.text('owner'),
    column.date('day'),
    column.integer('position'),
    column.text('customer_id'),
    column.text('name'),
    column.text('region'),
    column.code('grade', 'grade'),
    column.code('class', 'class'),
    column.list('reasons', 'idle_reason'),
    column.list('remedies', 'idle_remedy'),
    column.date('due_on'),
    column.integer('days_left'),
    column.money('value_at_stake'),
  ],
  rules: ['I-08', 'I-09', 'V-07', 'T-01'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const days = nextWorkingWeek(p.as_of, ctx.calendar);
    const end = days.at(-1) ?? p.as_of;
    const [rows, plans, paces] = await Promise.all([
      rowsOf(idleDue, ctx, { ...p, state: ['overdue' as const, 'due' as const] }),
      rowsOf(idlePlans, ctx, { as_of: p.as_of }),
      rowsOf(idlePaces, ctx, { as_of: p.as_of }),
    ]);
    const paceOfOwner = new Map(paces.map((r) => [r.salesperson, r.per_day]));
    const plannedOf = new Map<string, number>();
    for (const plan of plans) {
      if (plan.planned_for < (days[0] ?? end) || plan.planned_for > end) continue;
      plannedOf.set(plan.salesperson, (plannedOf.get(plan.salesperson) ?? 0) + 1);
    }
    const tasks = rows.flatMap((r) =>
      r.owner !== null && r.due_on !== null && r.due_on <= end
        ? [{ ...r, owner: r.owner, due_on: r.due_on }]
        : [],
    );
    const room = (owner: string) =>
      roomFor(
        paceOfOwner.get(owner) ?? paceOf(0, 1),
        policy['visit.min_per_day'],
        days.length,
        plannedOf.get(owner) ?? 0,
      );
    return proposeWeek(tasks, days, room).map(({ task, day, position }) => ({
      owner: task.owner,
      day,
      position,
      customer_id: task.customer_id,
      name: task.name,
      region: task.region,
      grade: task.grade,
      class: task.class,
      reasons: task.reasons,
      remedies: task.remedies,
      due_on: task.due_on,
      days_left: task.days_left,
      value_at_stake: task.value_at_stake,
    }));
  },
});
