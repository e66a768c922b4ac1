/** The idle of a day counted by every split of the page, and beside another day (I-08, I-09). */
import Decimal from 'decimal.js';
import { type IdleJudged, type JudgedFilters, judgedFilters } from '@/lib/reports/idle_columns';
import type { TwoDays } from '@/lib/reports/idle_moves';
import { Largest } from '@/lib/reports/ordering';
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

/** Adds up customers by every split, each under all filters but its own. */
class Splits {
  private readonly columns;

  constructor(private readonly judged: IdleJudged) {
    this.columns = splits.map((split) => {
      const { codes, texts } = split === 'reason' ? judged.reasonSplit : judged.split(split);
      return {
        codes,
        own: 1 << judgedFilters.indexOf(split),
        counts: new Uint32Array(texts.length),
        stakes: new Float64Array(texts.length),
      };
    });
  }

  /** @param missed the filters in which the customer does not lie @param stake cents */
  add(place: number, missed: number, stake: number): void {
    for (const { codes, own, counts, stakes } of this.columns) {
      if ((missed & ~own) !== 0) continue;
      const code = codes[place] as number;
      counts[code] = (counts[code] as number) + 1;
      stakes[code] = (stakes[code] as number) + stake;
    }
  }

  sums(): Record<IdleSplit, Sums> {
    const { judged } = this;
    const sums = splits.map((split, at) => {
      const { counts, stakes } = this.columns[at] as (typeof this.columns)[number];
      const found: Sums = new Map();
      // A customer counts under each of its reasons.
      const named =
        split === 'reason' ? judged.reasonSplit.texts : judged.split(split).texts.map((text) => [text]);
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
}

export interface IdleCounts {
  /** Idle under all filters, and under all but the reason. */
  n: number;
  all: number;
  /** Of all watched under the filters but the reason. */
  base: { watched: number; bought: number };
  /** Cents. */
  stake: number;
  sums: Record<IdleSplit, Sums>;
  /** The places of the most valuable of them, in the order of the list (I-09), as many as are listed. */
  listed: Uint32Array;
  /** By place a 1 where it is idle under all filters. */
  isIn: Uint8Array;
}

/** Everything the page says of the idle of a day, in one walk over all customers. @param most as many as are listed */
export function countIdle(judged: IdleJudged, filters: JudgedFilters, most: number): IdleCounts {
  const outside = judged.outside(filters);
  const byReason = 1 << judgedFilters.indexOf('reason');
  const bySplit = new Splits(judged);
  const isIn = new Uint8Array(judged.length);
  // Putting all in order takes longer than everything else: only the most valuable are, and what equals the last of them.
  const largest = new Largest(most);
  const candidates: number[] = [];
  let [n, all, stake, watched, bought] = [0, 0, 0, 0, 0];
  for (let i = 0; i < judged.length; i++) {
    if (!judged.isWatched(i)) continue;
    const missed = outside(i);
    const shown = (missed & ~byReason) === 0;
    if (shown) {
      watched += 1;
      if (judged.hasBought(i)) bought += 1;
    }
    if (!judged.isIdle(i)) continue;
    const value = Number(judged.stake[i]);
    bySplit.add(i, missed, value);
    if (shown) all += 1;
    if (missed !== 0) continue;
    n += 1;
    stake += value;
    isIn[i] = 1;
    if (value < largest.bound) continue;
    candidates.push(i);
    largest.add(value);
  }
  const places = Uint32Array.from(candidates.filter((i) => Number(judged.stake[i]) >= largest.bound));
  const listed = judged.inListOrder(places).subarray(0, most);
  return { n, all, base: { watched, bought }, stake, sums: bySplit.sums(), listed, isIn };
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

/**
 * The idle of the earlier of two days under the filters of the page, who moved between them, and the splits of then.
 * @param now what was counted of the later day, under the same filters
 */
export function countBefore(
  days: TwoDays,
  filters: JudgedFilters,
  { isIn }: Pick<IdleCounts, 'isIn'>,
): { before: IdleBefore; sums: Record<IdleSplit, Sums> } {
  const { now, before } = days;
  const outside = before.outside(filters);
  const bySplit = new Splits(before);
  let [became, still, recovered, unwatched] = [0, 0, 0, 0];
  const stakes = { became: 0, still: 0, recovered: 0, before: 0 };
  for (let i = 0; i < before.length; i++) {
    const is = isIn[i] === 1;
    let was = false;
    if (before.isIdle(i)) {
      const missed = outside(i);
      const value = Number(before.stake[i]);
      bySplit.add(i, missed, value);
      was = missed === 0;
      if (was) stakes.before += value;
      if (was && !is) {
        recovered += 1;
        stakes.recovered += value;
        if (!now.isWatched(i)) unwatched += 1;
      }
    }
    if (!is) continue;
    const value = Number(now.stake[i]);
    if (was) {
      still += 1;
      stakes.still += value;
    } else {
      became += 1;
      stakes.became += value;
    }
  }
  const count = recovered + still;
  return {
    before: {
      count,
      stake: yuan(stakes.before),
      became: { count: became, stake: yuan(stakes.became) },
      still: { count: still, stake: yuan(stakes.still) },
      recovered: { count: recovered, stake: yuan(stakes.recovered) },
      unwatched,
      stillShare: count === 0 ? null : still / count,
    },
    sums: bySplit.sums(),
  };
}
