/** A year of the service team: points month by month, what it cost, ranks by quarter, satisfaction beside pay. */
import { z } from 'zod';
import { satisfactionCardsOf, satisfactionOf } from '@/lib/queries/satisfaction';
import { exact, plain, sum, yuan } from '@/lib/rules/bonus_decimal';
import { totalOf } from '@/lib/rules/bonus_what_if';
import { type Period, parsePeriod, periodOf, stepPeriod } from '@/lib/rules/period';
import { bonus } from './bonus';
import { bonusHalf } from './bonus_half';
import { checkedPeriod, earningPeople, type TechnicianFilters, technicianFilters } from './bonus_people';
import { bonusQuarter } from './bonus_quarter';
import { bonusTeam } from './bonus_team';
import { column, sourceColumns } from './columns';
import { asOf } from './params';
import { defineReport, type ReportContext } from './report';
import { rowsOf } from './rows';

/** T-04 */
export const yearPeriod = z
  .string()
  .refine((s) => parsePeriod(s)?.grain === 'year', 'expected a year like 2026');

const asking = { period: yearPeriod, as_of: asOf, ...technicianFilters };
export interface YearAsked extends TechnicianFilters {
  period: string;
  as_of: string;
}

/** Periods of the year that were over at a day: only they have figures that stand. */
export function overBy(p: YearAsked, grain: 'month' | 'quarter' | 'half'): Period[] {
  const year = checkedPeriod(p.period);
  const found: Period[] = [];
  for (
    let one = periodOf(year.start, grain);
    one.end <= year.end && one.end <= p.as_of;
    one = stepPeriod(one, 1)
  )
    found.push(one);
  return found;
}

const filtersOf = ({ department, region }: TechnicianFilters): TechnicianFilters => ({ department, region });

/** One row a technician and month: net points against the base of that month (B-04). */
export const bonusYearPoints = defineReport({
  name: 'bonus_year_points',
  params: asking,
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.text('region'),
    column.text('period'),
    column.integer('jobs'),
    column.points('net_points'),
    column.points('base_points'),
    column.points('excess_points'),
    column.money('total'),
    column.boolean('closed'),
  ],
  rules: ['B-04', 'B-10'],
  run: async (ctx, p) => {
    const months = await Promise.all(
      overBy(p, 'month').map(async (month) => {
        const asked = { period: month.name, ...filtersOf(p) };
        const [rows, team] = await Promise.all([rowsOf(bonus, ctx, asked), rowsOf(bonusTeam, ctx, asked)]);
        const places = new Map(team.map((t) => [t.technician_id, t]));
        const base = ctx.policy.on(month.end)['bonus.base_points'];
        return rows.map((r) => ({
          technician_id: r.technician_id,
          name: r.name,
          role: r.role,
          department: places.get(r.technician_id)?.department ?? null,
          region: places.get(r.technician_id)?.region ?? null,
          period: month.name,
          jobs: places.get(r.technician_id)?.jobs ?? 0,
          net_points: r.net_points,
          base_points: base,
          excess_points: r.excess_points,
          total: r.total,
          closed: r.closed,
        }));
      }),
    );
    return months.flat();
  },
});

/**
 * One row a month: what the team cost (B-10). Awards and parts stand in the month with which their quarter ends, B-08
 * in that of its half-year; the team's share of parts is a cost, but nobody's own.
 */
export const bonusYearCost = defineReport({
  name: 'bonus_year_cost',
  params: asking,
  columns: [
    column.text('period'),
    column.integer('people'),
    column.money('performance_pay'),
    column.money('rewards'),
    column.money('fines'),
    column.money('award'),
    column.money('parts_commission'),
    column.money('parts_team_share'),
    column.money('reward'),
    column.money('cost'),
  ],
  rules: ['B-04', 'B-05', 'B-06', 'B-07', 'B-08', 'B-09', 'B-10'],
  run: (ctx, p) => Promise.all(overBy(p, 'month').map((month) => costOf(ctx, p, month))),
});

async function costOf(ctx: ReportContext, p: YearAsked, month: Period) {
  const filters = filtersOf(p);
  const [quarter, half] = [periodOf(month.start, 'quarter'), periodOf(month.start, 'half')];
  const [rows, quarters, halves] = await Promise.all([
    rowsOf(bonus, ctx, { period: month.name, ...filters }),
    quarter.end === month.end ? rowsOf(bonusQuarter, ctx, { period: quarter.name, ...filters }) : [],
    half.end === month.end ? rowsOf(bonusHalf, ctx, { period: half.name, ...filters }) : [],
  ]);
  const fines = sum(rows.flatMap((r) => [r.fines_unsigned, r.fines_complaint]));
  const parts = {
    performance_pay: totalOf(rows.map((r) => r.performance_pay)),
    rewards: totalOf(rows.flatMap((r) => [r.praise, r.savings])),
    fines: yuan(exact(0).minus(fines)),
    award: totalOf(quarters.map((q) => q.award)),
    parts_commission: totalOf(quarters.map((q) => q.parts_commission)),
    parts_team_share: totalOf(quarters.map((q) => q.parts_team_share)),
    reward: totalOf(halves.map((h) => h.reward)),
  };
  return { period: month.name, people: rows.length, ...parts, cost: totalOf(Object.values(parts)) };
}

/** One row a technician and quarter: score, rank and award, ties flagged (B-05). */
export const bonusYearRanks = defineReport({
  name: 'bonus_year_ranks',
  params: asking,
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('period'),
    column.decimal('score'),
    column.integer('rank'),
    column.boolean('tie_flag'),
    column.money('award'),
  ],
  rules: ['B-05'],
  run: async (ctx, p) => {
    const quarters = await Promise.all(
      overBy(p, 'quarter').map(async ({ name: period }) => {
        const rows = await rowsOf(bonusQuarter, ctx, { period, ...filtersOf(p) });
        return rows.map(({ technician_id, name, role, score, rank, tie_flag, award }) => ({
          technician_id,
          name,
          role,
          period,
          score,
          rank,
          tie_flag,
          award,
        }));
      }),
    );
    return quarters.flat();
  },
});

const items = ['attitude', 'skill', 'arrival', 'promises'] as const;

/** The mean of the items that were answered; each weighs the same. */
const meanOf = (values: readonly (number | null)[]): number | null => {
  const answered = values.filter((v) => v !== null);
  return answered.length === 0 ? null : answered.reduce((s, v) => s + v, 0) / answered.length;
};

/** One row a technician: the year's cards beside the year's pay (S-06, B-11). They change no amount. */
export const bonusYearSatisfaction = defineReport({
  name: 'bonus_year_satisfaction',
  params: asking,
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.code('role', 'role'),
    column.text('department'),
    column.integer('repair_calls'),
    column.integer('sent'),
    column.integer('cards'),
    column.number('attitude'),
    column.number('skill'),
    column.number('arrival'),
    column.number('promises'),
    column.number('satisfaction'),
    column.points('net_points'),
    column.money('total'),
  ],
  rules: ['B-10', 'B-11', 'S-06'],
  run: async (ctx, p) => {
    const year = checkedPeriod(p.period);
    const [points, cards] = await Promise.all([
      rowsOf(bonusYearPoints, ctx, p),
      satisfactionOf(ctx.db, { from: year.start, until: year.end, as_of: p.as_of }),
    ]);
    const byPerson = new Map(cards.map((c) => [c.technician_id, c]));
    const people = new Map<string, typeof points>();
    for (const row of points) people.set(row.technician_id, [...(people.get(row.technician_id) ?? []), row]);
    return [...people]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([technician_id, months]) => {
        const last = months.at(-1);
        if (!last) return [];
        const c = byPerson.get(technician_id);
        const net = months.map((m) => m.net_points);
        return [
          {
            technician_id,
            name: last.name,
            role: last.role,
            department: last.department,
            repair_calls: c?.calls ?? 0,
            sent: c?.sent ?? 0,
            cards: c?.cards ?? 0,
            attitude: c?.attitude ?? null,
            skill: c?.skill ?? null,
            arrival: c?.arrival ?? null,
            promises: c?.promises ?? null,
            satisfaction: meanOf(items.map((item) => c?.[item] ?? null)),
            net_points: net.some((n) => n === null) ? null : plain(sum(net.map((n) => n ?? '0'))),
            total: totalOf(months.map((m) => m.total)),
          },
        ];
      });
  },
});

/** The cards behind it, each with the line that it was loaded from. */
export const satisfactionCards = defineReport({
  name: 'satisfaction_cards',
  params: { ...asking, technician: z.string().min(1).optional() },
  columns: [
    column.text('technician_id'),
    column.text('name'),
    column.date('called_on'),
    column.text('call_id'),
    column.text('customer_id'),
    column.text('customer_name'),
    column.date('returned_on'),
    column.integer('attitude'),
    column.integer('skill'),
    column.integer('arrival'),
    column.integer('promises'),
    column.text('comment'),
    ...sourceColumns,
  ],
  rules: ['S-06'],
  run: async (ctx, { technician, ...p }) => {
    const year = checkedPeriod(p.period);
    const people = await earningPeople(ctx, year, filtersOf(p));
    return satisfactionCardsOf(ctx.db, {
      from: year.start,
      until: year.end,
      as_of: p.as_of,
      technicians: people
        .map((person) => person.technician_id)
        .filter((id) => technician === undefined || id === technician),
    });
  },
});
