/** The quarter of each technician: award and parts commission (B-05, B-09, B-10). */
import { bonusParts } from '@/lib/queries/bonus';
import { rankAwards } from '@/lib/rules/awards';
import { exact, plain, sum, yuan } from '@/lib/rules/bonus_decimal';
import { type PartsSale, quarterParts } from '@/lib/rules/parts';
import { addDays, periodOf } from '@/lib/rules/period';
import { checkedPeriod, peopleOf, type TechnicianFilters, technicianFilters } from './bonus_people';
import { closingOf, frozenPeople, type LongFigures } from './bonus_run_frozen';
import { column } from './columns';
import { quarterPeriod } from './params';
import { defineReport, type ReportContext } from './report';

export interface BonusQuarterRow {
  technician_id: string;
  name: string;
  role: string;
  score: string | null;
  rank: number | null;
  tie_flag: boolean;
  award: string;
  parts_commission: string;
  /** Of the department's team, no part of `total`. */
  parts_team_share: string;
  total: string;
  /** Month after the quarter: April, July, October, the following January. */
  pay_month: string;
}

export const bonusQuarter = defineReport({
  name: 'bonus_quarter',
  params: { period: quarterPeriod, ...technicianFilters },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.decimal('score'),
    column.integer('rank'),
    column.boolean('tie_flag'),
    column.money('award'),
    column.money('parts_commission'),
    column.money('parts_team_share'),
    column.money('total'),
    column.text('pay_month'),
  ],
  rules: ['B-05', 'B-09', 'B-10'],
  async run(ctx, p): Promise<BonusQuarterRow[]> {
    const closing = await closingOf(ctx, p.period);
    if (!closing) return liveQuarter(ctx, p);
    return (await frozenPeople<LongFigures<BonusQuarterRow>>(ctx, closing, p)).map((one) => one.row);
  },
});

/** As data and policy give it now. */
export async function liveQuarter(
  ctx: ReportContext,
  p: { period: string } & TechnicianFilters,
): Promise<BonusQuarterRow[]> {
  const quarter = checkedPeriod(p.period);
  const policy = ctx.policy.on(quarter.end);
  const roles = policy['bonus.earning_roles'];
  const [people, sales] = await Promise.all([
    peopleOf(ctx, quarter, p),
    bonusParts(ctx.db, { from: quarter.start, until: quarter.end, technician: null }),
  ]);
  const ranks = rankAwards(scoresOf(people), policy);
  const salesOf = new Map<string, PartsSale[]>();
  for (const s of sales) salesOf.set(s.technician_id, [...(salesOf.get(s.technician_id) ?? []), s]);
  const pay_month = periodOf(addDays(quarter.end, 1), 'month').name;
  return people
    .filter((person) => person.in_sight)
    .map(({ technician_id, name, role, score }) => {
      const ranked = ranks.get(technician_id);
      const award = ranked?.award ?? '0.00';
      // Who is no engineer and no lead takes part in the awards alone.
      const parts = quarterParts(roles.includes(role) ? (salesOf.get(technician_id) ?? []) : [], policy);
      return {
        technician_id,
        name,
        role,
        score: score === null ? null : plain(exact(score)),
        rank: ranked?.rank ?? null,
        tie_flag: ranked?.tie_flag ?? false,
        award,
        ...parts,
        total: yuan(sum([award, parts.parts_commission])),
        pay_month,
      };
    });
}

/** Without a score nobody is ranked. */
function scoresOf(people: readonly { technician_id: string; score: string | null }[]): Map<string, string> {
  return new Map(people.flatMap((p) => (p.score === null ? [] : [[p.technician_id, p.score] as const])));
}
