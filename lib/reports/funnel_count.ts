/** Counts the funnel of a period out of the kept opportunities (F-03, F-05): its groups and the whole in one walk. */
import { yuanOf } from '@/lib/rules/cents';
import type { Split } from '@/lib/rules/funnel_groups';
import { dayOf, NO_DAY, type Opportunities, type Sight } from './opportunities_kept';

export interface FunnelCell {
  group: string | null;
  whole: boolean;
  position: number;
  reached: number;
  /** Yuan. */
  amount: string;
  median_days: number | null;
  p90_days: number | null;
}

interface Asked {
  by: Split;
  from: string;
  to: string;
  as_of: string;
}

/** The cohort is created in the period and by the as-of date; entries after the as-of date do not count. */
export function countFunnel(all: Opportunities, sight: Sight, { by, from, to, as_of }: Asked): FunnelCell[] {
  const { created, contacted, solution, negotiation, signed, flags } = all.days;
  const asOf = dayOf(as_of);
  const [first, last] = [dayOf(from), Math.min(dayOf(to), asOf)];
  const groups = by === 'none' ? null : all.split(by);
  const whole = new Tally();
  const tallies = groups ? groups.texts.map(() => new Tally()) : [];
  const spans = spansOf(all);
  for (let i = 0; i < all.length; i++) {
    const on = created[i] ?? NO_DAY;
    if (on < first || on > last || on === NO_DAY || !sight.within(i)) continue;
    const own = groups ? tallies[groups.codes[i] ?? 0] : undefined;
    const isSigned = isBy(signed[i] ?? NO_DAY, asOf);
    const furthest = isSigned
      ? 5
      : isBy(negotiation[i] ?? NO_DAY, asOf)
        ? 4
        : isBy(solution[i] ?? NO_DAY, asOf)
          ? 3
          : isBy(contacted[i] ?? NO_DAY, asOf)
            ? 2
            : 1;
    const expected = Number(all.expected[i]);
    const amount = isSigned && ((flags[i] ?? 0) & 2) !== 0 ? Number(all.signed[i]) : expected;
    whole.reach(furthest, amount);
    own?.reach(furthest, amount);
    for (let stage = 0; stage < spans.length; stage++) {
      const span = spans[stage];
      const left = span?.left[i] ?? NO_DAY;
      const entered = span?.entered[i] ?? NO_DAY;
      if (left === NO_DAY || left > asOf || entered === NO_DAY) continue;
      whole.stay(stage, left - entered);
      own?.stay(stage, left - entered);
    }
  }
  const cells = tallies.flatMap((tally, code) => tally.cells(groups?.texts[code] ?? null, false));
  return [...cells, ...whole.cells(null, true)];
}

const isBy = (day: number, asOf: number): boolean => day !== NO_DAY && day <= asOf;

/** Entry and leaving of the four stages that somebody can leave. */
const spansOf = ({ days: d }: Opportunities) => [
  { entered: d.identified, left: d.left_identified },
  { entered: d.contacted, left: d.left_contacted },
  { entered: d.solution, left: d.left_solution },
  { entered: d.negotiation, left: d.left_negotiation },
];

/** What became of a group: by the furthest stage reached, and how many stayed how many days in each. */
class Tally {
  private readonly reached = new Int32Array(6);
  /** Cents. */
  private readonly amounts = new Float64Array(6);
  private readonly days = [new Days(), new Days(), new Days(), new Days()];

  reach(furthest: number, amount: number): void {
    this.reached[furthest] = (this.reached[furthest] ?? 0) + 1;
    this.amounts[furthest] = (this.amounts[furthest] ?? 0) + amount;
  }

  stay(stage: number, days: number): void {
    this.days[stage]?.add(days);
  }

  /** Who reached a stage reached those before it; none where nobody is in the cohort. */
  cells(group: string | null, whole: boolean): FunnelCell[] {
    if (this.reached.every((n) => n === 0)) return [];
    const from = (tally: Int32Array | Float64Array, position: number) => {
      let sum = 0;
      for (let at = position; at < tally.length; at++) sum += tally[at] ?? 0;
      return sum;
    };
    return [1, 2, 3, 4, 5].map((position) => ({
      group,
      whole,
      position,
      reached: from(this.reached, position),
      amount: yuanOf(from(this.amounts, position)),
      median_days: this.days[position - 1]?.quantile(0.5) ?? null,
      p90_days: this.days[position - 1]?.quantile(0.9) ?? null,
    }));
  }
}

/** How many stayed how many whole days. */
class Days {
  private counts = new Int32Array(64);
  private all = 0;

  add(days: number): void {
    if (days >= this.counts.length) {
      const more = new Int32Array(Math.max(days + 1, this.counts.length * 2));
      more.set(this.counts);
      this.counts = more;
    }
    this.counts[days] = (this.counts[days] ?? 0) + 1;
    this.all += 1;
  }

  /** Between two of them in proportion; null without any. */
  quantile(q: number): number | null {
    if (this.all === 0) return null;
    const at = q * (this.all - 1);
    const [low, high] = [this.at(Math.floor(at)), this.at(Math.ceil(at))];
    return low + (high - low) * (at - Math.floor(at));
  }

  /** The days of the one at a place, counted from 0, in the order of days. */
  private at(place: number): number {
    let before = 0;
    for (let days = 0; days < this.counts.length; days++) {
      before += this.counts[days] ?? 0;
      if (before > place) return days;
    }
    return 0;
  }
}
