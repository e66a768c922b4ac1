/** Everything the page of half-year reviews shows, from the address. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { type Period, parsePeriod } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { review } from '@/lib/reports/review';
import { countedBy, reviewCounts } from '@/lib/reports/review_counts';
import { type Rounds, roundsOf } from '@/lib/reports/review-round';
import { rowsOf } from '@/lib/reports/run';
import { limitedTiers } from '@/lib/rules/tiers';

export const views = ['undecided', 'all', 'demote', 'promote', 'waiting', 'watch', 'blacklist'] as const;
export type ReviewView = (typeof views)[number];
type Params = Parameters<typeof review.run>[1];
export type ReviewRow = Awaited<ReturnType<typeof review.run>>[number];

/** In the order of the page: what asks for a decision first. */
export const sections = ['demote', 'waiting', 'promote', 'watch', 'keep'] as const;
export type Section = (typeof sections)[number];

export interface ReviewsModel {
  params: Params;
  period: Period;
  /** Null shows what is to change. */
  view: ReviewView | null;
  /** Under the filters. */
  all: readonly ReviewRow[];
  /** Under the filters and the view, section by section; of a long one its first. */
  rows: (ReviewRow & { section: Section; stand: string })[];
  /** How many of each section the view has. */
  sizes: Record<Section, number>;
  counts: Record<ReviewView | 'changes', number>;
  /** Proposals by the tier that is left, or the tier that is reached. */
  demotedFrom: Record<string, number>;
  promotedTo: Record<string, number>;
  departments: number;
  /** the last day to decide, how long it is over at today, and who is undecided. */
  deadline: { on: string; daysOver: number; undecided: number };
  /** VIP whose term is over. */
  lateCases: number;
  /** how far each department is, whatever the filters. */
  work: Rounds;
  weights: Record<(typeof measures)[number], string>;
  weightsAssumed: boolean;
  options: { department: { value: string; count: number }[]; tier: { value: string; count: number }[] };
  today: string;
  file: string;
}

export const measures = ['volume', 'receivables', 'reputation', 'loyalty'] as const;

export const sectionOf = (row: ReviewRow): Section =>
  row.proposal === 'keep' && row.flag === 'watch' ? 'watch' : row.proposal;

const changes = new Set<Section>(['demote', 'waiting', 'promote']);

export function inView(row: ReviewRow, view: ReviewView | 'changes'): boolean {
  if (view === 'all') return true;
  if (view === 'blacklist') return row.blacklist_proposed;
  if (view === 'undecided') return row.decision === null;
  const section = sectionOf(row);
  return view === 'changes' ? changes.has(section) : section === view;
}

/** What the page counts of all rows under the filters, in one pass: a department has tens of thousands. */
function countsOf(rows: readonly ReviewRow[], today: string) {
  const counts = Object.fromEntries(
    (['changes', ...views] as const).map((name) => [name, 0]),
  ) as ReviewsModel['counts'];
  const demotedFrom: Record<string, number> = {};
  const promotedTo: Record<string, number> = {};
  let lateCases = 0;
  for (const row of rows) {
    for (const name of ['changes', ...views] as const) if (inView(row, name)) counts[name] += 1;
    if (row.proposal === 'demote') addOne(demotedFrom, row.tier);
    if (row.proposal === 'promote') addOne(promotedTo, row.proposed_tier);
    if (row.decision === null && row.due_on !== null && row.due_on < today) lateCases += 1;
  }
  return { counts, demotedFrom, promotedTo, lateCases };
}

function addOne(counts: Record<string, number>, name: string | null): void {
  counts[name ?? ''] = (counts[name ?? ''] ?? 0) + 1;
}

/** As many rows of each section as the list holds, those with the lowest scores; the file has them all. */
export const LISTED = 1000;

/** The rows of a view that the list holds, by section; `listed` of the count that stands in `sizes`. */
export function listOf(rows: readonly ReviewRow[], view: ReviewView | 'changes') {
  const bySection = new Map<Section, ReviewRow[]>(sections.map((s) => [s, []]));
  for (const row of rows) if (inView(row, view)) bySection.get(sectionOf(row))?.push(row);
  const sizes = Object.fromEntries([...bySection].map(([s, own]) => [s, own.length])) as Record<
    Section,
    number
  >;
  const listed = [...bySection].flatMap(([section, own]) => {
    const first =
      own.length > LISTED ? own.toSorted((a, b) => Number(a.score) - Number(b.score)).slice(0, LISTED) : own;
    return first.map((row) => ({ ...row, section, stand: row.decision ?? 'to_decide' }));
  });
  return { sizes, listed };
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function reviewsModel(ctx: PageContext, search: SearchParams): Promise<ReviewsModel> {
  const params = ask(review, search, { period: lastComplete(ctx.defaultAsOf, 'half') });
  const view = choice('view', one(search, 'view'), views);
  const period = parsePeriod(params.period);
  if (!period) throw new BadParameterError('period', 'expected a half-year like 2026H1');
  const { department, tier, ...others } = params;
  const [all, counted, work] = await Promise.all([
    rowsOf(review, ctx, params),
    reviewCounts(ctx, others),
    roundsOf(ctx, params.period, ctx.today),
  ]);
  const policy = ctx.policy.on(period.end);
  const { counts, ...told } = countsOf(all, ctx.today);
  const { sizes, listed } = listOf(all, view ?? 'changes');
  const among = (values: readonly string[] | undefined, value: string | null) =>
    !values?.length || (value !== null && values.includes(value));
  const byTier = countedBy(
    counted.filter((c) => among(department, c.department)),
    (c) => c.tier,
  );
  const byDepartment = countedBy(
    counted.filter((c) => among(tier, c.tier)),
    (c) => c.department,
  );
  return {
    params,
    period,
    view,
    all,
    rows: listed,
    sizes,
    counts,
    ...told,
    departments: new Set(all.map((r) => r.department)).size,
    deadline: { on: work.deadline, daysOver: work.daysOver, undecided: counts.undecided },
    work,
    weights: Object.fromEntries(
      measures.map((name) => [name, policy[`review.weight_${name}`]]),
    ) as ReviewsModel['weights'],
    weightsAssumed: measures.some((name) => ctx.policy.valueOn(`review.weight_${name}`, period.end).assumed),
    options: {
      department: Object.entries(byDepartment)
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => a.value.localeCompare(b.value, 'zh-CN')),
      tier: [...limitedTiers, 'qualified'].flatMap((value) =>
        byTier[value] ? [{ value, count: byTier[value] }] : [],
      ),
    },
    today: ctx.today,
    file: href('/api/reports/review', {}, asked(params)),
  };
}
