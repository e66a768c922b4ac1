/** Everything the page of half-year reviews shows, from the address. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { type Period, parsePeriod } from '@/lib/format';
import { BadParameterError } from '@/lib/reports/errors';
import { review } from '@/lib/reports/review';
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
  /** Under the filters and the view. */
  rows: (ReviewRow & { section: Section; stand: string })[];
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

function inView(row: ReviewsModel['rows'][number], view: ReviewView | 'changes'): boolean {
  if (view === 'all') return true;
  if (view === 'blacklist') return row.blacklist_proposed;
  if (view === 'undecided') return row.decision === null;
  return view === 'changes' ? changes.has(row.section) : row.section === view;
}

function counted<T>(rows: readonly T[], of: (row: T) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[of(row) ?? ''] = (counts[of(row) ?? ''] ?? 0) + 1;
  return counts;
}

const optionsOf = (counts: Record<string, number>) =>
  Object.entries(counts).flatMap(([value, count]) => (value ? [{ value, count }] : []));

/** @throws BadParameterError, NotInForceError, QueryError */
export async function reviewsModel(ctx: PageContext, search: SearchParams): Promise<ReviewsModel> {
  const params = ask(review, search, { period: lastComplete(ctx.defaultAsOf, 'half') });
  const view = choice('view', one(search, 'view'), views);
  const period = parsePeriod(params.period);
  if (!period) throw new BadParameterError('period', 'expected a half-year like 2026H1');
  const [found, others, tiers, work] = await Promise.all([
    rowsOf(review, ctx, params),
    rowsOf(review, ctx, { ...params, department: undefined }),
    rowsOf(review, ctx, { ...params, tier: undefined }),
    roundsOf(ctx, params.period, ctx.today),
  ]);
  const all = found.map((row) => ({ ...row, section: sectionOf(row), stand: row.decision ?? 'to_decide' }));
  const of = (view: ReviewView | 'changes') => all.filter((row) => inView(row, view));
  const policy = ctx.policy.on(period.end);
  const byTier = counted(tiers, (r) => r.tier);
  return {
    params,
    period,
    view,
    rows: of(view ?? 'changes'),
    counts: Object.fromEntries(
      (['changes', ...views] as const).map((name) => [name, of(name).length]),
    ) as ReviewsModel['counts'],
    demotedFrom: counted(of('demote'), (r) => r.tier),
    promotedTo: counted(of('promote'), (r) => r.proposed_tier),
    departments: new Set(all.map((r) => r.department)).size,
    deadline: {
      on: work.deadline,
      daysOver: work.daysOver,
      undecided: all.filter((r) => r.decision === null).length,
    },
    lateCases: all.filter((r) => r.decision === null && r.due_on !== null && r.due_on < ctx.today).length,
    work,
    weights: Object.fromEntries(
      measures.map((name) => [name, policy[`review.weight_${name}`]]),
    ) as ReviewsModel['weights'],
    weightsAssumed: measures.some((name) => ctx.policy.valueOn(`review.weight_${name}`, period.end).assumed),
    options: {
      department: optionsOf(counted(others, (r) => r.department)).sort((a, b) =>
        a.value.localeCompare(b.value, 'zh-CN'),
      ),
      tier: [...limitedTiers, 'qualified'].flatMap((value) =>
        byTier[value] ? [{ value, count: byTier[value] }] : [],
      ),
    },
    today: ctx.today,
    file: href('/api/reports/review', {}, asked(params)),
  };
}
