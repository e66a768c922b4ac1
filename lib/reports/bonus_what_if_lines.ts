/** What each person gets in each period before and after other values are tried (B-03 to B-09). Nothing is changed. */
import type { z } from 'zod';
import { bonusRepriced, bonusRewards } from '@/lib/queries/bonus_what_if';
import { exact, sum, yuan } from '@/lib/rules/bonus_decimal';
import { type MonthFacts, monthStatement } from '@/lib/rules/bonus_month';
import {
  bookWith,
  differenceOf,
  repriced,
  type Scenario,
  totalOf,
  withinRange,
} from '@/lib/rules/bonus_what_if';
import type { Period } from '@/lib/rules/period';
import { periodOf, stepPeriod } from '@/lib/rules/period';
import { PolicyValueError } from '@/lib/work/policy_input';
import { monthFacts, nothingHappened } from './bonus';
import { liveHalf } from './bonus_half';
import {
  checkedPeriod,
  earningPeople,
  peopleOf,
  type TechnicianFilters,
  technicianFilters,
} from './bonus_people';
import { liveQuarter } from './bonus_quarter';
import { readScenario } from './bonus_what_if_scenario';
import { BadParameterError, many, monthPeriod } from './params';
import type { ReportContext } from './report';
import { rowsOf } from './rows';

/** At most ten years of months: more is a slip of the pen. */
const MOST_MONTHS = 120;

export const asking = {
  /** First and last month, both included. */
  from: monthPeriod,
  to: monthPeriod,
  /** Repeatable: `<parameter>:<value>`. */
  set: many,
  /** Repeatable: `<work type>:<points>`. */
  coefficient: many,
  ...technicianFilters,
};

export interface WhatIfAsked extends TechnicianFilters {
  from: string;
  to: string;
  set?: z.infer<typeof many>;
  coefficient?: z.infer<typeof many>;
}

export const whatIfItems = [
  'performance_pay',
  'rewards',
  'fines',
  'award',
  'parts_commission',
  'reward',
  'parts_team_share',
] as const;
export type WhatIfItem = (typeof whatIfItems)[number];

/** One amount of one person in one period. */
export interface WhatIfLine {
  technician_id: string;
  name: string;
  role: string;
  department: string | null;
  period: string;
  item: WhatIfItem;
  /** Yuan; null where a job cannot be priced. */
  before: string | null;
  after: string | null;
  difference: string | null;
}

/**
 * The months looked at.
 * @throws BadParameterError where the last comes before the first
 */
export function monthsBetween(from: string, to: string): Period[] {
  const [first, last] = [checkedPeriod(from), checkedPeriod(to)];
  if (first.start > last.start) throw new BadParameterError('to', `${to} is before ${from}`);
  const months: Period[] = [];
  for (let month = first; month.start <= last.start; month = stepPeriod(month, 1)) months.push(month);
  if (months.length > MOST_MONTHS) throw new BadParameterError('from', `more than ${MOST_MONTHS} months`);
  return months;
}

/** Quarters or half-years whose last month is one of these: that is when their amounts are known. */
export const endingIn = (months: readonly Period[], grain: 'quarter' | 'half'): Period[] =>
  months.map((m) => periodOf(m.start, grain)).filter((p, i) => p.end === months[i]?.end);

/** The scenario of a question. @throws BadParameterError */
export function scenarioOf(p: Pick<WhatIfAsked, 'set' | 'coefficient'>): Scenario {
  try {
    return readScenario(p);
  } catch (error) {
    if (error instanceof PolicyValueError) throw new BadParameterError('set', error.en);
    throw error;
  }
}

/** Everything that the months, and the quarters and half-years that end in them, pay before and after. */
export async function whatIfLines(ctx: ReportContext, p: WhatIfAsked): Promise<WhatIfLine[]> {
  const months = monthsBetween(p.from, p.to);
  const scenario = scenarioOf(p);
  const other: ReportContext = { ...ctx, policy: bookWith(ctx.policy, scenario.values) };
  const filters = { department: p.department, region: p.region };
  const parts = await Promise.all([
    ...months.map((month) => monthLines(ctx, other, month, scenario, filters)),
    ...endingIn(months, 'quarter').map((q) => quarterLines(ctx, other, q.name, filters)),
    ...endingIn(months, 'half').map((h) => halfLines(ctx, other, h.name, filters)),
  ]);
  return parts.flat();
}

type Who = Pick<WhatIfLine, 'technician_id' | 'name' | 'role' | 'department'>;

/** Lines that say nothing are left out, an amount that is 0 before and after; pay stays, so that nobody is missing. */
const lineOf = (
  who: Who,
  period: string,
  item: WhatIfItem,
  before: string | null,
  after: string | null,
): WhatIfLine[] =>
  item !== 'performance_pay' &&
  before !== null &&
  Number(before) === 0 &&
  after !== null &&
  Number(after) === 0
    ? []
    : [
        {
          technician_id: who.technician_id,
          name: who.name,
          role: who.role,
          department: who.department,
          period,
          item,
          before,
          after,
          difference: differenceOf(before, after),
        },
      ];

const ranges = ['bonus.praise_min', 'bonus.praise_max', 'bonus.saving_min', 'bonus.saving_max'] as const;

async function monthLines(
  ctx: ReportContext,
  other: ReportContext,
  month: Period,
  scenario: Scenario,
  filters: TechnicianFilters,
): Promise<WhatIfLine[]> {
  const [policy, tried] = [ctx.policy.on(month.end), other.policy.on(month.end)];
  const days = { from: month.start, until: month.end };
  // Frozen months are computed anew too: compared with what was paid, later data would look like the scenario's doing.
  const [people, facts, changes, rewards] = await Promise.all([
    earningPeople(ctx, month, filters),
    monthFacts(ctx, month),
    scenario.coefficients.size > 0
      ? bonusRepriced(ctx.db, {
          ...days,
          default_quantity: policy['bonus.default_quantity'],
          work_types: [...scenario.coefficients.keys()],
          coefficients: [...scenario.coefficients.values()],
        })
      : [],
    ranges.some((name) => scenario.values.has(name)) ? bonusRewards(ctx.db, days) : null,
  ]);
  const change = new Map(changes.map((c) => [c.technician_id, c]));
  const granted = rewards && rewardsWithin(rewards, scenario, tried);
  return people.flatMap((who) => {
    const known = facts.get(who.technician_id) ?? nothingHappened;
    const then: MonthFacts = {
      ...repriced(known, change.get(who.technician_id)),
      ...(granted ? (granted.get(who.technician_id) ?? { praise: '0', savings: '0' }) : {}),
    };
    const [before, after] = [monthStatement(known, policy), monthStatement(then, tried)];
    const both = (item: WhatIfItem, of: (s: typeof before) => string | null) =>
      lineOf(who, month.name, item, of(before), of(after));
    return [
      ...both('performance_pay', (s) => s.performance_pay),
      ...both('rewards', (s) => totalOf([s.praise, s.savings])),
      ...both('fines', (s) => yuan(exact(0).minus(s.fines_unsigned).minus(s.fines_complaint))),
    ];
  });
}

type TriedPolicy = Parameters<typeof monthStatement>[1] & Record<(typeof ranges)[number], string>;

/** Rewards by technician under the ranges tried; a kind whose range is not tried stays as granted. */
function rewardsWithin(
  rewards: readonly { technician_id: string; figure: string; amount: string }[],
  scenario: Scenario,
  tried: TriedPolicy,
): Map<string, { praise: string; savings: string }> {
  const of = (kind: 'praise' | 'saving') => {
    const [least, most] = [`bonus.${kind}_min`, `bonus.${kind}_max`] as const;
    const isTried = scenario.values.has(least) || scenario.values.has(most);
    return isTried ? { least: tried[least], most: tried[most] } : null;
  };
  const bounds = { praise: of('praise'), savings: of('saving') };
  const result = new Map<string, { praise: string; savings: string }>();
  for (const { technician_id, figure, amount } of rewards) {
    const kind = figure === 'praise' ? 'praise' : 'savings';
    const range = bounds[kind];
    const now = result.get(technician_id) ?? { praise: '0', savings: '0' };
    const worth = range ? withinRange(amount, range) : exact(amount);
    result.set(technician_id, { ...now, [kind]: sum([now[kind], worth]).toFixed() });
  }
  return result;
}

/** On the data of now, also where the period is closed. */
const quarterNow = { name: 'bonus_quarter_now', run: liveQuarter };
const halfNow = { name: 'bonus_half_now', run: liveHalf };

async function quarterLines(
  ctx: ReportContext,
  other: ReportContext,
  period: string,
  filters: TechnicianFilters,
): Promise<WhatIfLine[]> {
  const [before, after, places] = await Promise.all([
    rowsOf(quarterNow, ctx, { period, ...filters }),
    rowsOf(quarterNow, other, { period, ...filters }),
    placesOf(ctx, period, filters),
  ]);
  const then = new Map(after.map((row) => [row.technician_id, row]));
  return before.flatMap((row) => {
    const who = { ...row, department: places.get(row.technician_id) ?? null };
    const tried = then.get(row.technician_id) ?? row;
    return (['award', 'parts_commission', 'parts_team_share'] as const).flatMap((item) =>
      lineOf(who, period, item, row[item], tried[item]),
    );
  });
}

async function halfLines(
  ctx: ReportContext,
  other: ReportContext,
  period: string,
  filters: TechnicianFilters,
): Promise<WhatIfLine[]> {
  const [before, after, places] = await Promise.all([
    rowsOf(halfNow, ctx, { period, ...filters }),
    rowsOf(halfNow, other, { period, ...filters }),
    placesOf(ctx, period, filters),
  ]);
  const then = new Map(after.map((row) => [row.technician_id, row.reward]));
  return before.flatMap((row) =>
    lineOf(
      { ...row, department: places.get(row.technician_id) ?? null },
      period,
      'reward',
      row.reward,
      then.get(row.technician_id) ?? row.reward,
    ),
  );
}

/** Where everybody belongs who was there in the period. */
async function placesOf(
  ctx: ReportContext,
  period: string,
  filters: TechnicianFilters,
): Promise<Map<string, string | null>> {
  const people = await peopleOf(ctx, checkedPeriod(period), filters);
  return new Map(people.map((p) => [p.technician_id, p.department]));
}
