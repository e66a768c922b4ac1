/** The half-year of each technician: projects without a repeat service (B-08, B-10). */
import { bonusProjects } from '@/lib/queries/bonus';
import { exact, yuan } from '@/lib/rules/bonus_decimal';
import type { Period } from '@/lib/rules/period';
import { checkedPeriod, earningPeople, type TechnicianFilters, technicianFilters } from './bonus_people';
import { closingOf, frozenPeople, type LongFigures } from './bonus_run_frozen';
import { column } from './columns';
import { halfPeriod } from './params';
import { defineReport, type ReportContext } from './report';

export interface BonusHalfRow {
  technician_id: string;
  name: string;
  role: string;
  projects_without_repeat: number;
  reward: string;
}

/** The projects whose months without a repeat ended in the half-year: counted, or with `each` one by one. */
export function projectsOf(
  ctx: ReportContext,
  half: Period,
  of: { each: boolean; technician: string | null },
) {
  const policy = ctx.policy.on(half.end);
  return bonusProjects(ctx.db, {
    from: half.start,
    until: half.end,
    months: policy['bonus.no_repeat_months'],
    category: policy['bonus.no_repeat_category'],
    causes: [...policy['bonus.no_repeat_causes']],
    ...of,
  });
}

export const bonusHalf = defineReport({
  name: 'bonus_half',
  params: { period: halfPeriod, ...technicianFilters },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.integer('projects_without_repeat'),
    column.money('reward'),
  ],
  rules: ['B-08', 'B-10'],
  async run(ctx, p): Promise<BonusHalfRow[]> {
    const closing = await closingOf(ctx, p.period);
    if (!closing) return liveHalf(ctx, p);
    return (await frozenPeople<LongFigures<BonusHalfRow>>(ctx, closing, p)).map((one) => one.row);
  },
});

/** As data and policy give it now. */
export async function liveHalf(
  ctx: ReportContext,
  p: { period: string } & TechnicianFilters,
): Promise<BonusHalfRow[]> {
  const half = checkedPeriod(p.period);
  const each = ctx.policy.on(half.end)['bonus.no_repeat'];
  const [people, counted] = await Promise.all([
    earningPeople(ctx, half, p),
    projectsOf(ctx, half, { each: false, technician: null }),
  ]);
  const projects = new Map(counted.map((c) => [c.technician_id, c.projects]));
  return people.map(({ technician_id, name, role }) => {
    const n = projects.get(technician_id) ?? 0;
    return {
      technician_id,
      name,
      role,
      projects_without_repeat: n,
      reward: yuan(exact(each).times(n)),
    };
  });
}
