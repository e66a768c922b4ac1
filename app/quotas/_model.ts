/** Everything the page of quotas shows, from the address. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { choice, lastComplete } from '@/app/_lib/periods';
import { href, one, type SearchParams } from '@/app/_lib/url';
import { quota } from '@/lib/reports/quota';
import { quotaAhead, quotaForecast } from '@/lib/reports/quota_forecast';
import { quotaTrend } from '@/lib/reports/quota_trend';
import { quotaCustomers } from '@/lib/reports/quota-detail';
import { review } from '@/lib/reports/review';
import { rowsOf } from '@/lib/reports/run';
import type { ValueInForce } from '@/lib/rules/policy';
import { nextHalfYearEnd } from '@/lib/rules/quota_days';
import { type LimitedTier, limitedTiers } from '@/lib/rules/tiers';

export const views = ['over', 'matrix', 'trend', 'ahead'] as const;
type Params = Parameters<typeof quotaCustomers.run>[1];
export type By = Params['by'];
type QuotaRow = Awaited<ReturnType<typeof quota.run>>[number];
export type TrendRow = Awaited<ReturnType<typeof quotaTrend.run>>[number];
export type ForecastRow = Awaited<ReturnType<typeof quotaForecast.run>>[number];
export type AheadRow = Awaited<ReturnType<typeof quotaAhead.run>>[number];
export type HeldRow = Awaited<ReturnType<typeof quotaCustomers.run>>[number];
export type ReviewRow = Awaited<ReturnType<typeof review.run>>[number];

/** A department, a product, or a product of a department, with its two tiers. */
export interface QuotaLine {
  group: string | null;
  base: number;
  cells: Record<LimitedTier, QuotaRow>;
}

/** Whose customers are listed: those of a group that hold a tier, or with `tier` null its whole base. */
export interface Chosen {
  by: By;
  /** Undefined is all groups, null what has no group. */
  group: string | null | undefined;
  tier: string | null;
}

export interface ListedRow extends HeldRow {
  /** Of the last half-year that is over; null where the customer was not reviewed. */
  reviewed: ReviewRow | null;
}

export interface QuotasModel {
  params: Params;
  view: (typeof views)[number] | null;
  departments: QuotaLine[];
  products: QuotaLine[];
  /** Products of departments; empty unless the view asks for them. */
  matrix: QuotaLine[];
  /** How many groups have an excess, over or with a warning. */
  overs: number;
  limits: Record<LimitedTier, ValueInForce>;
  /** Days in which a customer of a product's base bought it. */
  productDays: number;
  chosen: Chosen | null;
  /** The line of the chosen group, where it is one of the groups shown. */
  line: QuotaLine | null;
  rows: ListedRow[];
  /** The half-year whose review is shown. */
  period: string;
  options: { department: string[]; product: string[] };
  /** Empty unless the view asks for it. */
  trend: TrendRow[];
  /** Null unless the view asks for it. */
  ahead: { until: string; rows: ForecastRow[]; events: AheadRow[] } | null;
  file: string;
}

export function linesOf(rows: readonly QuotaRow[]): QuotaLine[] {
  const lines = new Map<string | null, Partial<QuotaLine['cells']>>();
  for (const row of rows) lines.set(row.group, { ...lines.get(row.group), [row.tier]: row });
  return [...lines].flatMap(([group, { vip, preferred }]) =>
    vip && preferred ? [{ group, base: vip.base, cells: { vip, preferred } }] : [],
  );
}

export const isOver = (line: QuotaLine): boolean => limitedTiers.some((t) => line.cells[t].headroom < 0);

/** The cell with the largest excess, else the one with the least room. */
function tightest(lines: readonly QuotaLine[], by: By): Chosen | null {
  const cells = lines.flatMap((line) => limitedTiers.map((t) => line.cells[t]));
  const [first] = cells.sort((a, b) => a.headroom - b.headroom);
  return first ? { by, group: first.group, tier: first.tier } : null;
}

function chosenOf(params: Params, lines: readonly QuotaLine[]): Chosen | null {
  const { by, group, tier } = params;
  if (group === undefined && !tier?.length) return tightest(lines, by);
  return { by, group: group === '' ? null : group, tier: tier?.[0] ?? null };
}

const named = (lines: readonly QuotaLine[]): string[] => lines.flatMap((l) => l.group ?? []);

/** @throws BadParameterError, NotInForceError, QueryError */
export async function quotasModel(ctx: PageContext, search: SearchParams): Promise<QuotasModel> {
  const view = choice('view', one(search, 'view'), views);
  const matrixBy = view === 'matrix' ? { by: 'department_product' } : undefined;
  const params = ask(quotaCustomers, search, { as_of: ctx.defaultAsOf, ...matrixBy });
  const { by, group: _, tier: __, ...filtered } = params;
  const { as_of } = params;
  const run = (by: By, given: typeof filtered) => rowsOf(quota, ctx, { ...given, by }).then(linesOf);
  const [trend, ahead, allDepartments, allProducts, departments, products, matrix] = await Promise.all([
    view === 'trend' ? rowsOf(quotaTrend, ctx, { ...filtered, by }) : [],
    view === 'ahead' ? aheadOf(ctx, filtered) : null,
    run('department', { as_of }),
    run('product', { as_of }),
    run('department', filtered),
    run('product', filtered),
    view === 'matrix' || by === 'department_product' ? run('department_product', filtered) : [],
  ]);
  const shown = (lines: QuotaLine[]) => (view === 'over' ? lines.filter(isOver) : lines);
  const groups = { department: departments, product: products, department_product: matrix };
  const chosen = chosenOf(params, shown(groups[by]));
  const period = lastComplete(as_of, 'half');
  return {
    params,
    view,
    departments: shown(departments),
    products: shown(products),
    matrix,
    overs: [...departments, ...products].filter(isOver).length,
    limits: {
      vip: ctx.policy.valueOn('quota.vip', as_of),
      preferred: ctx.policy.valueOn('quota.preferred', as_of),
    },
    productDays: ctx.policy.on(as_of)['quota.product_days'],
    chosen,
    line: groups[by].find((l) => chosen && l.group === chosen.group) ?? null,
    // The trend and what is ahead list nobody.
    rows: chosen && view !== 'trend' && view !== 'ahead' ? await listed(ctx, as_of, chosen, period) : [],
    period,
    options: { department: named(allDepartments), product: named(allProducts) },
    trend,
    ahead,
    file:
      view === 'ahead'
        ? href('/api/reports/quota_forecast', {}, asked(filtered))
        : href(`/api/reports/${view === 'trend' ? 'quota_trend' : 'quota'}`, {}, asked({ ...filtered, by })),
  };
}

async function aheadOf(
  ctx: PageContext,
  filtered: Omit<Params, 'by' | 'group' | 'tier'>,
): Promise<QuotasModel['ahead']> {
  const { product: _, ...known } = filtered;
  const { as_of, department } = known;
  const [rows, events] = await Promise.all([
    rowsOf(quotaForecast, ctx, known),
    rowsOf(quotaAhead, ctx, { as_of, department }),
  ]);
  return { until: nextHalfYearEnd(as_of), rows, events };
}

/** The question whose rows are the customers of a cell. */
export const customersOf = (as_of: string, { by, group, tier }: Chosen) => ({
  as_of,
  by,
  ...(group === undefined ? {} : { group: group ?? '' }),
  ...(tier === null ? {} : { tier: [tier] }),
});

async function listed(ctx: PageContext, as_of: string, chosen: Chosen, period: string): Promise<ListedRow[]> {
  const department = chosen.by === 'department' && chosen.group ? [chosen.group] : undefined;
  const [rows, reviews] = await Promise.all([
    rowsOf(quotaCustomers, ctx, customersOf(as_of, chosen)),
    rowsOf(review, ctx, { period, department }),
  ]);
  const byId = new Map(reviews.map((r) => [r.customer_id, r]));
  return rows.map((row) => ({ ...row, reviewed: byId.get(row.customer_id) ?? null }));
}
