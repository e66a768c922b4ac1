/** Who has a statement of a month: place in the company, and the jobs finished (B-01, B-10). */
import { bonusJobs } from '@/lib/queries/bonus_records';
import { checkedPeriod, earningPeople, type TechnicianFilters, technicianFilters } from './bonus_people';
import { closingOf, frozenPeople } from './bonus_run_frozen';
import { column } from './columns';
import { monthPeriod } from './params';
import { defineReport, type ReportContext } from './report';

export interface TeamRow {
  technician_id: string;
  name: string;
  role: string;
  department: string | null;
  region: string | null;
  jobs: number;
}

/** As the register and the jobs give it now. */
export async function liveTeam(
  ctx: ReportContext,
  p: { period: string } & TechnicianFilters,
): Promise<TeamRow[]> {
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
}

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
  async run(ctx, p): Promise<TeamRow[]> {
    const closing = await closingOf(ctx, p.period);
    if (!closing) return liveTeam(ctx, p);
    return (await frozenPeople(ctx, closing, p)).flatMap(
      ({ row, technician_id, name, role, department, region, jobs }) =>
        row ? [{ technician_id, name, role, department, region, jobs }] : [],
    );
  },
});
