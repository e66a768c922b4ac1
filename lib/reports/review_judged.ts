/**
 * Customers judged for a half-year, kept as columns: 120 bytes each, where their rows take six times as
 * much and are looked through whenever memory is cleaned up. Rows are made of those that are asked for.
 */
import { reviewCustomers } from '@/lib/queries/review';
import { type Cents, yuanOf } from '@/lib/rules/cents';
import type { PolicyValues } from '@/lib/rules/parameters';
import type { Period } from '@/lib/rules/period';
import { cleanFrom } from '@/lib/rules/review-period';
import { type Proposal, proposalsOf, type ReviewFacts } from '@/lib/rules/review-proposals';
import { type Hundredths, measuring, type Score, type ScoreFacts, scoreText } from '@/lib/rules/review-score';
import { type Column, NONE, type Table } from '@/lib/warehouse/columns';
import { decidedMark } from './decided_mark';
import { dayNumber, dayText, keepColumns } from './kept_columns';
import { type CustomerNames, namesOf } from './register_kept';
import type { ReportContext } from './report';
import { type Measures, reviewMeasures } from './review_measures';

/** One customer's review: what its measures are made of, the measures, and what is proposed. */
export interface Reviewed extends ScoreFacts, Score, ReviewFacts, Proposal {
  customer_key: number;
  name: string;
  department: string | null;
}

/** A customer of a base as the rules look at it, and its numbers as they are kept. */
interface Judged extends ScoreFacts, ReviewFacts {
  customer_key: number;
  department: string | null;
  measured: Hundredths;
  sold: Cents;
  sold_12m: Cents;
}

type Customer = Omit<Awaited<ReturnType<typeof reviewCustomers>>[number], 'name'>;

const earlier = (a: string | null, b: string | null): string | null =>
  a === null || (b !== null && b < a) ? b : a;

/** how many of sorted amounts are smaller than one. */
function smallerThan(sorted: readonly Cents[], amount: Cents): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < amount) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Stands until what is measured is known. */
const unmeasured: Hundredths = { volume: 0, receivables: 0, reputation: 0, loyalty: 0, score: 0 };

const bySize = (a: Cents, b: Cents): number => (a < b ? -1 : a > b ? 1 : 0);

/** for the base of one department, whole: ranks are those within all of it. */
function judged(customers: readonly Customer[], measures: Measures, policy: PolicyValues): Judged[] {
  const measuredBy = measuring(policy);
  const sorted = customers.map((c) => measures.netSales(c.customer_key)).sort(bySize);
  return customers.map((customer): Judged => {
    const m = measures.of(customer.customer_key);
    // One plain object each, written out: a company has tens of thousands.
    const row: Judged = {
      customer_key: customer.customer_key,
      customer_id: customer.customer_id,
      department: customer.department,
      tier: customer.tier,
      institution_class: customer.institution_class,
      specialty: customer.specialty,
      beds: customer.beds,
      sold: m.net_sales,
      sold_12m: m.net_sales_12m,
      net_sales: yuanOf(m.net_sales),
      net_sales_12m: yuanOf(m.net_sales_12m),
      smaller: smallerThan(sorted, m.net_sales),
      base: customers.length,
      due: m.due,
      on_time: m.on_time,
      incidents: customer.incidents,
      months_with_sale: m.months_with_sale,
      measured: unmeasured,
      score: '',
      problems: customer.incidents + m.problem_sales,
      clean: customer.unclean_incidents + m.unclean_sales === 0,
      grave_incidents: customer.grave_incidents,
      listing_incidents: customer.listing_incidents,
      first_found_on: earlier(customer.first_incident_on, m.first_late_on),
      oldest_overdue_on: m.oldest_overdue_on,
    };
    row.measured = measuredBy(row);
    row.score = scoreText(row.measured.score);
    return row;
  });
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

/** Its rows by department, and a customer of each row. */
function basesIn(table: Table): { bases: number[][]; customer: (row: number) => Customer } {
  const texts = (name: string) => {
    const { codes: own, texts: of } = table.coded(name);
    return (row: number) => of[own[row] ?? 0] ?? null;
  };
  const counted = (name: string) => {
    const column = table.numbers(name);
    return (row: number) => column[row] as number;
  };
  const department = table.coded('department');
  const [tier, institution, specialty] = [texts('tier'), texts('institution_class'), texts('specialty')];
  const [key, id, beds] = [counted('customer_key'), table.text('customer_id'), counted('beds')];
  const [incidents, grave] = [counted('incidents'), counted('grave_incidents')];
  const [listing, unclean] = [counted('listing_incidents'), counted('unclean_incidents')];
  const first = counted('first_incident_on');
  const bases = department.texts.map((): number[] => []);
  for (let row = 0; row < table.length; row++) bases[department.codes[row] ?? 0]?.push(row);
  const customer = (row: number): Customer => {
    const own = beds(row);
    return {
      customer_key: key(row),
      customer_id: id(row) ?? '',
      department: department.texts[department.codes[row] ?? 0] ?? null,
      tier: tier(row),
      institution_class: institution(row),
      specialty: specialty(row),
      beds: own === NONE ? null : own,
      incidents: incidents(row),
      grave_incidents: grave(row),
      listing_incidents: listing(row),
      unclean_incidents: unclean(row),
      first_incident_on: dayText(first(row)),
    };
  };
  return { bases, customer };
}

async function judgedColumns(
  ctx: ReportContext,
  period: Period,
  departments: string[] | null,
): Promise<ReviewColumns> {
  const policy = ctx.policy.on(period.end);
  const [table, found, names] = await Promise.all([
    reviewCustomers.table(ctx.db, {
      period_start: period.start,
      period_end: period.end,
      clean_from: cleanFrom(period, policy['review.clean_record']),
      departments,
    }),
    reviewMeasures(ctx, period, departments),
    namesOf(ctx),
  ]);
  const columns = new ReviewColumns(table.length, names);
  const { bases, customer } = basesIn(table);
  for (const base of bases) {
    const rows = judged(base.map(customer), found, policy);
    const proposals = proposalsOf(rows, policy);
    for (let i = 0; i < rows.length; i++)
      columns.set(base[i] as number, rows[i] as Judged, proposals[i] as Proposal);
  }
  return columns;
}

/**
 * The judged customers of some departments, or of those asked for among all where all are there: kept until data, policy,
 * or what was decided by the period's end changes. Deciding a half-year that is over leaves its figures as they are.
 * @param departments null: of all
 */
export async function reviewColumns(
  ctx: ReportContext,
  period: Period,
  departments: string[] | null,
): Promise<ReviewColumns> {
  const asOf = [ctx.db.dir, ctx.db.dataVersion()];
  const mark = await decidedMark(ctx, period.end);
  const keyOf = (of: string[] | null) =>
    JSON.stringify(['reviewed', ...asOf, mark, ctx.policy.version, period.start, period.end, of]);
  return keepColumns(
    [keyOf(null), keyOf(departments)],
    async () => {
      const value = await judgedColumns(ctx, period, departments);
      return { value, size: value.length };
    },
    'reviews',
  );
}
