/** Who has a statement of a month: place in the company, and the jobs finished (B-01, B-10). */
import { bonusJobs } from '@/lib/queries/bonus_records';
import { checkedPeriod, earningPeople, technicianFilters } from './bonus_people';
import { column } from './columns';
import { monthPeriod } from './params';
import { defineReport } from './report';

/** The people of `bonus` under the same filters, in the same order. */
export const bonusTeam = defineReport({
  name: 'bonus_team',
  params: { period: monthPeriod, ...technicianFilters },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.text('region'),
    column.integer('jobs'),
  ],
  rules: ['B-01', 'B-10'],
  async run(ctx, p) {
    const month = checkedPeriod(p.period);
    const [people, counts] = await Promise.all([
      earningPeople(ctx, month, p),
      bonusJobs(ctx.db, { from: month.start, until: month.end }),
    ]);
    const jobs = new Map(counts.map((c) => [c.technician_id, c.jobs]));
    return people.map(({ technician_id, name, role, department, region }) => ({
      technician_id,
      name,
      role,
      department,
      region,
      jobs: jobs.get(technician_id) ?? 0,
    }));
  },
});
