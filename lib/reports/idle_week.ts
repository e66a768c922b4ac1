/** A proposed week of visits: who goes to whom on which day (I-08, I-09). */
import { plannedByPerson } from '@/lib/queries/idle';
import { nextWorkingWeek, paceOf, proposeWeek, roomFor, type Task } from '@/lib/rules/idle_plan';
import { daysBetween } from '@/lib/rules/period';
import { column } from './columns';
import { byValue } from './idle_columns';
import { type DueRow, idlePaces, idleStandings } from './idle_due';
import { asOf, filters } from './params';
import { defineReport } from './report';
import { rowsOf } from './rows';
import { scopeParams } from './viewer';

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
    const [standings, plans, paces] = await Promise.all([
      idleStandings(ctx, p),
      plannedByPerson(ctx.db, {
        as_of: p.as_of,
        from_on: days[0] ?? end,
        to_on: end,
        ...scopeParams(ctx.viewer),
      }),
      rowsOf(idlePaces, ctx, { as_of: p.as_of }),
    ]);
    const paceOfOwner = new Map(paces.map((r) => [r.salesperson, r.per_day]));
    const plannedOf = new Map(plans.map((r) => [r.salesperson, r.visits]));
    const { judged } = standings;
    const within = standings.within({ ...p, state: ['overdue', 'due'] });
    const owners = judged.split('owner');
    const last = daysBetween('1970-01-01', end);
    const places: number[] = [];
    const due = new Float64Array(judged.length);
    for (let place = 0; place < judged.length; place++) {
      if (!within(place) || standings.dueOn(place) > last) continue;
      due[place] = standings.dueOn(place);
      places.push(place);
    }
    const room = (owner: string) =>
      roomFor(
        paceOfOwner.get(owner) ?? paceOf(0, 1),
        policy['visit.min_per_day'],
        days.length,
        plannedOf.get(owner) ?? 0,
      );
    // Rows are made of those that there is room for.
    const rooms = owners.texts.map((owner) => (owner === null ? 0 : room(owner)));
    const tasks: (DueRow & Task)[] = [];
    for (const place of byValue(Uint32Array.from(places), judged.stake, due)) {
      const code = owners.codes[place] ?? 0;
      if ((rooms[code] ?? 0) === 0) continue;
      rooms[code] = (rooms[code] ?? 0) - 1;
      const row = standings.row(place);
      if (row.owner !== null && row.due_on !== null)
        tasks.push({ ...row, owner: row.owner, due_on: row.due_on });
    }
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
