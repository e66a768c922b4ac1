/** Customers judged for a half-year. */
import { reviewCustomers } from '@/lib/queries/review';
import { type Cents, yuanOf } from '@/lib/rules/cents';
import type { PolicyValues } from '@/lib/rules/parameters';
import type { Period } from '@/lib/rules/period';
import { cleanFrom } from '@/lib/rules/review-period';
import { type Proposal, proposalsOf } from '@/lib/rules/review-proposals';
import { type Hundredths, measuring, scoreText } from '@/lib/rules/review-score';
import { NONE, type Table } from '@/lib/warehouse/columns';
import { decidedMark } from './decided_mark';
import { dayText, keepColumns } from './kept_columns';
import { namesOf } from './register_kept';
import type { ReportContext } from './report';
import { type Judged, ReviewColumns } from './review_columns';
import { type Measures, reviewMeasures } from './review_measures';

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
