/** The idle of a day counted by every split of the page, and beside another day (I-08, I-09). */
import Decimal from 'decimal.js';
import { type IdleJudged, type JudgedFilters, judgedFilters } from '@/lib/reports/idle_judged';
import { type IdleMove, movesBetween, type TwoDays } from '@/lib/reports/idle_moves';
import { compareGroups } from '@/lib/rules/funnel_groups';

/** The ways in which the list is split beside it and filtered; each is a parameter of the report. */
export const splits = ['region', 'reason', 'department', 'grade', 'tier', 'owner'] as const;
export type IdleSplit = (typeof splits)[number];

export interface IdleGroup {
  value: string | null;
  count: number;
  /** Value at stake, yuan. */
  stake: string;
  /** The same at the day compared with; absent where nothing is compared. */
  before?: { count: number; stake: string };
}

/** Yuan of cents: whole numbers add up exactly, and quicker than decimals. */
export const yuan = (of: number): string => new Decimal(of).div(100).toFixed(2);

/** Customers of each value of a split, and what is at stake of them, cents. */
export type Sums = Map<string | null, { count: number; stake: number }>;

const nobody = { count: 0, stake: 0 };

/**
 * The groups of a split: grades in their order (G-02), reasons by count, else the largest value first.
 * @param before the same at the day compared with: who was idle in a group of which nobody is now has it all the same
 */
export function groupsOf(sums: Sums, split: IdleSplit, before: Sums | null = null): IdleGroup[] {
  const all: Sums = new Map(sums);
  for (const value of before?.keys() ?? []) if (!all.has(value)) all.set(value, nobody);
  return [...all]
    .sort(([a, x], [b, y]) => {
      if (split === 'grade') return compareGroups('grade', a, b);
      const unnamed = Number(a === null) - Number(b === null);
      if (split === 'reason') return unnamed || y.count - x.count;
      return unnamed || y.stake - x.stake || y.count - x.count;
    })
    .map(([value, { count, stake }]) => {
      const group = { value, count, stake: yuan(stake) };
      if (before === null) return group;
      const then = before.get(value) ?? nobody;
      return { ...group, before: { count: then.count, stake: yuan(then.stake) } };
    });
}

/** Counts and sums of the idle by every split, each under all filters but its own: in one walk over all of them. */
export function summed(judged: IdleJudged, params: JudgedFilters): Record<IdleSplit, Sums> {
  const outside = judged.outside(params);
  const { stake } = judged;
  const byReason = judged.reasonSplit;
  const columns = splits.map((split) => {
    const { codes, texts } = split === 'reason' ? byReason : judged.split(split);
    const room = texts.length;
    return {
      split,
      codes,
      own: 1 << judgedFilters.indexOf(split),
      counts: new Uint32Array(room),
      stakes: new Float64Array(room),
    };
  });
  for (let i = 0; i < judged.length; i++) {
    if (!judged.isIdle(i)) continue;
    const missed = outside(i);
    const value = Number(stake[i]);
    for (const { codes, own, counts, stakes } of columns) {
      if ((missed & ~own) !== 0) continue;
      const code = codes[i] as number;
      counts[code] = (counts[code] as number) + 1;
      stakes[code] = (stakes[code] as number) + value;
    }
  }
  const sums = columns.map(({ split, counts, stakes }) => {
    const found: Sums = new Map();
    // A customer counts under each of its reasons.
    const named = split === 'reason' ? byReason.texts : judged.split(split).texts.map((text) => [text]);
    named.forEach((values, code) => {
      if (counts[code] === 0) return;
      for (const value of values) {
        const sum = found.get(value) ?? { count: 0, stake: 0 };
        sum.count += counts[code] ?? 0;
        sum.stake += stakes[code] ?? 0;
        found.set(value, sum);
      }
    });
    return [split, found] as const;
  });
  return Object.fromEntries(sums) as Record<IdleSplit, Sums>;
}

/** Customers, and what is at stake of them, yuan. */
export interface Part {
  count: number;
  stake: string;
}

export interface IdleBefore extends Part {
  /** What became idle and what still is: together the idle of now, at the value of now. */
  became: Part;
  still: Part;
  /** What is idle no longer, at the value of then; with what still is, the idle of then. */
  recovered: Part;
  /** Of these, who was blacklisted since: watched no longer. */
  unwatched: number;
  /** Share of the idle of then that still is; null where nobody was. */
  stillShare: number | null;
}

/** The idle of the earlier of two days, and who moved between them, under the filters of the page. */
export function countBefore(days: TwoDays, filters: JudgedFilters): IdleBefore {
  const { now, before } = days;
  const moveOf = movesBetween(days, filters);
  const counts: Record<IdleMove, number> = { became: 0, recovered: 0, still: 0 };
  const stakes: Record<IdleMove, number> = { became: 0, recovered: 0, still: 0 };
  let [stake, unwatched] = [0, 0];
  for (let i = 0; i < now.length; i++) {
    const move = moveOf(i);
    if (move === null) continue;
    counts[move] += 1;
    stakes[move] += Number((move === 'recovered' ? before : now).stake[i]);
    if (move !== 'became') stake += Number(before.stake[i]);
    if (move === 'recovered' && !now.isWatched(i)) unwatched += 1;
  }
  const part = (move: IdleMove): Part => ({ count: counts[move], stake: yuan(stakes[move]) });
  const count = counts.recovered + counts.still;
  return {
    count,
    stake: yuan(stake),
    became: part('became'),
    still: part('still'),
    recovered: part('recovered'),
    unwatched,
    stillShare: count === 0 ? null : counts.still / count,
  };
}
