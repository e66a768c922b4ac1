/** Whom a bonus report is about, and its common parameters. */
import type { z } from 'zod';
import { bonusPeople } from '@/lib/queries/bonus';
import { type Period, parsePeriod } from '@/lib/rules/period';
import { listOrAll, many } from './params';
import type { ReportContext } from './report';
import { scopeParams } from './viewer';

/** Department and region are those of the technician. */
export const technicianFilters = { department: many, region: many };

export interface TechnicianFilters {
  department?: z.infer<typeof many>;
  region?: z.infer<typeof many>;
}

/** A period that `params` has already checked. */
export function checkedPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new RangeError(`"${text}" is no period.`);
  return period;
}

/**
 * Everybody who was with the company in the period, those that viewer and filters let through marked `in_sight`.
 * Ranks need the others too.
 */
export function peopleOf(ctx: ReportContext, period: Period, filters: TechnicianFilters) {
  return bonusPeople(ctx.db, {
    from: period.start,
    until: period.end,
    quarter: period.name,
    departments: listOrAll(filters.department),
    regions: listOrAll(filters.region),
    ...scopeParams(ctx.viewer),
  });
}

export type Person = Awaited<ReturnType<typeof peopleOf>>[number];

/** B-10: engineers and leads (`bonus.earning_roles`) in sight: who has a row in a month and a half-year. */
export async function earningPeople(
  ctx: ReportContext,
  period: Period,
  filters: TechnicianFilters,
): Promise<Person[]> {
  const roles = ctx.policy.on(period.end)['bonus.earning_roles'];
  return (await peopleOf(ctx, period, filters)).filter((p) => p.in_sight && roles.includes(p.role));
}
