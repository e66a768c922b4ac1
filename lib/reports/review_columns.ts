/**
 * Customers judged for a half-year, kept as columns: 120 bytes each, where their rows take six times as much and are
 * looked through whenever memory is cleaned up. Rows are made of those that are asked for.
 */
import { type Cents, yuanOf } from '@/lib/rules/cents';
import type { Proposal, ReviewFacts } from '@/lib/rules/review-proposals';
import { type Hundredths, type Score, type ScoreFacts, scoreText } from '@/lib/rules/review-score';
import { type Column, NONE } from '@/lib/warehouse/columns';
import { dayNumber, dayText } from './kept_columns';
import type { CustomerNames } from './register_kept';

/** One customer's review: what its measures are made of, the measures, and what is proposed. */
export interface Reviewed extends ScoreFacts, Score, ReviewFacts, Proposal {
  customer_key: number;
  name: string;
  department: string | null;
}

/** A customer of a base as the rules look at it, and its numbers as they are kept. */
export interface Judged extends ScoreFacts, ReviewFacts {
  customer_key: number;
  department: string | null;
  measured: Hundredths;
  sold: Cents;
  sold_12m: Cents;
}

/** How each field of a row is kept. */
const counts = [
  'customer_key',
  'smaller',
  'base',
  'incidents',
  'months_with_sale',
  'problems',
  'grave_incidents',
  'listing_incidents',
] as const;
const cents = ['due', 'on_time'] as const;
const yuan = ['net_sales', 'net_sales_12m'] as const;
/** Hundredths. */
const measures = ['volume', 'receivables', 'reputation', 'loyalty', 'score'] as const;
const days = ['first_found_on', 'oldest_overdue_on', 'found_on', 'due_on'] as const;
/** Of few values each. */
const codes = [
  'department',
  'tier',
  'institution_class',
  'specialty',
  'beds',
  'eligible',
  'proposal',
  'proposed_tier',
  'flag',
  'clean',
  'blacklist_proposed',
] as const;

const columnsOf = <N extends string, C>(names: readonly N[], column: () => C): Record<N, C> =>
  Object.fromEntries(names.map((name) => [name, column()])) as Record<N, C>;

/** A column of few values, each kept once. */
class Few<V> {
  readonly values: V[] = [];
  private readonly places = new Map<V, number>();
  private last: V | undefined;
  private lastCode = 0;

  constructor(readonly codes: Uint16Array | Uint32Array) {}

  set(at: number, value: V): void {
    if (value === this.last && this.values.length > 0) {
      this.codes[at] = this.lastCode;
      return;
    }
    let code = this.places.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.places.set(value, code);
    }
    this.codes[at] = code;
    this.last = value;
    this.lastCode = code;
  }

  at(place: number): V {
    return this.values[this.codes[place] as number] as V;
  }
}

/** Amounts; big ones once there is one that a number would not hold exactly. */
class Amounts {
  column: Column;

  constructor(length: number) {
    this.column = new Float64Array(length);
  }

  set(at: number, value: Cents): void {
    if (typeof value === 'bigint' && !(this.column instanceof BigInt64Array))
      this.column = BigInt64Array.from(this.column as Float64Array, (v) => BigInt(v));
    if (this.column instanceof BigInt64Array) this.column[at] = BigInt(value);
    else this.column[at] = value as number;
  }

  at(place: number): Cents {
    return this.column[place] ?? 0;
  }
}

/** The customers of the departments asked for, by customer number. */
export class ReviewColumns {
  private readonly counts: Record<(typeof counts)[number], Int32Array>;
  private readonly amounts: Record<(typeof cents)[number] | (typeof yuan)[number], Amounts>;
  private readonly measures: Record<(typeof measures)[number], Int32Array>;
  private readonly days: Record<(typeof days)[number], Int32Array>;
  private readonly few: { [N in (typeof codes)[number]]: Few<Reviewed[N]> };

  constructor(
    readonly length: number,
    private readonly names: CustomerNames,
  ) {
    this.counts = columnsOf(counts, () => new Int32Array(length));
    this.amounts = columnsOf([...cents, ...yuan], () => new Amounts(length));
    this.measures = columnsOf(measures, () => new Int32Array(length));
    this.days = columnsOf(days, () => new Int32Array(length).fill(NONE));
    this.few = columnsOf(codes, () => new Few(new Uint32Array(length))) as typeof this.few;
  }

  set(at: number, row: Judged, proposed: Proposal): void {
    // Written out, as `row` is: a loop over names takes several times as long.
    const { counts: n, amounts, measures: m, days: d, few } = this;
    const { measured } = row;
    n.customer_key[at] = row.customer_key;
    n.smaller[at] = row.smaller;
    n.base[at] = row.base;
    n.incidents[at] = row.incidents;
    n.months_with_sale[at] = row.months_with_sale;
    n.problems[at] = row.problems;
    n.grave_incidents[at] = row.grave_incidents;
    n.listing_incidents[at] = row.listing_incidents;
    amounts.due.set(at, row.due);
    amounts.on_time.set(at, row.on_time);
    amounts.net_sales.set(at, row.sold);
    amounts.net_sales_12m.set(at, row.sold_12m);
    m.volume[at] = measured.volume;
    m.receivables[at] = measured.receivables;
    m.reputation[at] = measured.reputation;
    m.loyalty[at] = measured.loyalty;
    m.score[at] = measured.score;
    d.first_found_on[at] = numberOf(row.first_found_on);
    d.oldest_overdue_on[at] = numberOf(row.oldest_overdue_on);
    d.found_on[at] = numberOf(proposed.found_on);
    d.due_on[at] = numberOf(proposed.due_on);
    few.department.set(at, row.department);
    few.tier.set(at, row.tier);
    few.institution_class.set(at, row.institution_class);
    few.specialty.set(at, row.specialty);
    few.beds.set(at, row.beds);
    few.eligible.set(at, proposed.eligible);
    few.proposal.set(at, proposed.proposal);
    few.proposed_tier.set(at, proposed.proposed_tier);
    few.flag.set(at, proposed.flag);
    few.clean.set(at, row.clean);
    few.blacklist_proposed.set(at, proposed.blacklist_proposed);
  }

  /** One of the few values of a column. */
  get<N extends (typeof codes)[number]>(name: N, at: number): Reviewed[N] {
    return this.few[name].at(at);
  }

  keyAt(at: number): number {
    return this.counts.customer_key[at] as number;
  }

  problemsAt(at: number): number {
    return this.counts.problems[at] as number;
  }

  foundOn(at: number): string | null {
    return dayText(this.days.found_on[at] as number);
  }

  dueOn(at: number): string | null {
    return dayText(this.days.due_on[at] as number);
  }

  idOf(at: number): string {
    return this.names.idOf(this.counts.customer_key[at] as number) ?? '';
  }

  /** What a list shows of a review, with what was decided: of everybody it is much less than whole rows. */
  listed<D extends Record<string, unknown>>(at: number, decided: D) {
    const { counts: n, amounts, measures: m, days: d, few } = this;
    const customer_key = n.customer_key[at] as number;
    return {
      customer_id: this.names.idOf(customer_key) ?? '',
      name: this.names.nameOf(customer_key) ?? '',
      department: few.department.at(at),
      tier: few.tier.at(at),
      net_sales: yuanOf(amounts.net_sales.at(at)),
      net_sales_12m: yuanOf(amounts.net_sales_12m.at(at)),
      volume: scoreText(m.volume[at] as number),
      receivables: scoreText(m.receivables[at] as number),
      reputation: scoreText(m.reputation[at] as number),
      loyalty: scoreText(m.loyalty[at] as number),
      score: scoreText(m.score[at] as number),
      problems: n.problems[at] as number,
      eligible: few.eligible.at(at),
      proposal: few.proposal.at(at),
      proposed_tier: few.proposed_tier.at(at),
      flag: few.flag.at(at),
      found_on: dayText(d.found_on[at] as number),
      due_on: dayText(d.due_on[at] as number),
      blacklist_proposed: few.blacklist_proposed.at(at),
      ...decided,
    };
  }

  row(at: number): Reviewed {
    const { counts: n, amounts, measures: m, days: d, few } = this;
    const customer_key = n.customer_key[at] as number;
    return {
      customer_key,
      customer_id: this.names.idOf(customer_key) ?? '',
      name: this.names.nameOf(customer_key) ?? '',
      department: few.department.at(at),
      tier: few.tier.at(at),
      institution_class: few.institution_class.at(at),
      specialty: few.specialty.at(at),
      beds: few.beds.at(at),
      net_sales: yuanOf(amounts.net_sales.at(at)),
      net_sales_12m: yuanOf(amounts.net_sales_12m.at(at)),
      smaller: n.smaller[at] as number,
      base: n.base[at] as number,
      due: amounts.due.at(at),
      on_time: amounts.on_time.at(at),
      incidents: n.incidents[at] as number,
      months_with_sale: n.months_with_sale[at] as number,
      volume: scoreText(m.volume[at] as number),
      receivables: scoreText(m.receivables[at] as number),
      reputation: scoreText(m.reputation[at] as number),
      loyalty: scoreText(m.loyalty[at] as number),
      score: scoreText(m.score[at] as number),
      problems: n.problems[at] as number,
      clean: few.clean.at(at),
      grave_incidents: n.grave_incidents[at] as number,
      listing_incidents: n.listing_incidents[at] as number,
      first_found_on: dayText(d.first_found_on[at] as number),
      oldest_overdue_on: dayText(d.oldest_overdue_on[at] as number),
      eligible: few.eligible.at(at),
      proposal: few.proposal.at(at),
      proposed_tier: few.proposed_tier.at(at),
      flag: few.flag.at(at),
      found_on: dayText(d.found_on[at] as number),
      due_on: dayText(d.due_on[at] as number),
      blacklist_proposed: few.blacklist_proposed.at(at),
    };
  }
}

/** Days are few, and counting them takes longer than looking them up. */
const known = new Map<string, number>();

function numberOf(day: string | null): number {
  if (day === null) return NONE;
  const found = known.get(day);
  if (found !== undefined) return found;
  const number = dayNumber(day);
  known.set(day, number);
  return number;
}
