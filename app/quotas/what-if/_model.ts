/** Everything the scratch copy of the quotas shows, from the address. */
import { ask, asked } from '@/app/_lib/ask';
import type { PageContext } from '@/app/_lib/context';
import { lastComplete } from '@/app/_lib/periods';
import { all, href, one, type SearchParams } from '@/app/_lib/url';
import { quotaOutside } from '@/lib/reports/quota_outside';
import { quotaMoves, quotaWhatIf } from '@/lib/reports/quota_what_if';
import { quotaCustomers } from '@/lib/reports/quota-detail';
import { review } from '@/lib/reports/review';
import { rowsOf } from '@/lib/reports/run';
import { type LimitedTier, limitedTiers } from '@/lib/rules/tiers';
import { type Scenario, scenario, scenarios } from '@/lib/work/scenarios';
import { openWorkStore } from '@/lib/work/store';

type Cell = Awaited<ReturnType<typeof quotaWhatIf.run>>[number];
export type MovedRow = Awaited<ReturnType<typeof quotaMoves.run>>[number];

/** A department or a product with both tiers, before and after. */
export interface ScratchLine {
  group: string | null;
  base: number;
  base_after: number;
  cells: Record<LimitedTier, Cell>;
}

export interface ScratchRow {
  customer_id: string;
  name: string;
  owner: string | null;
  grade: string | null;
  tier: string | null;
  /** Where the scratch copy puts it; null where it stays. */
  scratch_tier: string | null;
  outside: string | null;
  net_sales_12m: string | null;
  score: string | null;
  problems: number | null;
  eligible: string | null;
}

export interface WhatIfModel {
  as_of: string;
  moves: string[];
  /** Taken back, the one that comes again first. */
  undone: string[];
  departments: ScratchLine[];
  /** Products whose quota the moves change. */
  products: ScratchLine[];
  moved: MovedRow[];
  department: string | null;
  rows: ScratchRow[];
  /** The half-year whose scores are shown. */
  period: string;
  from: Scenario | null;
  kept: Scenario[];
  file: string;
}

/** The rows of `quota_what_if`, a line a group. */
export function linesOf(rows: readonly Cell[]): ScratchLine[] {
  const lines = new Map<string | null, Partial<ScratchLine['cells']>>();
  for (const row of rows) lines.set(row.group, { ...lines.get(row.group), [row.tier]: row });
  return [...lines].flatMap(([group, { vip, preferred }]) =>
    vip && preferred
      ? [{ group, base: vip.base, base_after: vip.base_after, cells: { vip, preferred } }]
      : [],
  );
}

/** Whether the moves change a quota of the line. */
export const isTouched = (line: ScratchLine): boolean =>
  line.base !== line.base_after ||
  limitedTiers.some((tier) => line.cells[tier].held !== line.cells[tier].held_after);

/** The department of the address, else the one with the least room after the moves. */
function chosenOf(asked: string | undefined, lines: readonly ScratchLine[]): string | null {
  if (asked !== undefined) return asked;
  const room = (line: ScratchLine) => Math.min(...limitedTiers.map((t) => line.cells[t].headroom_after));
  return lines.toSorted((a, b) => room(a) - room(b))[0]?.group ?? null;
}

/** @throws BadParameterError, NotInForceError, QueryError */
export async function whatIfModel(ctx: PageContext, search: SearchParams): Promise<WhatIfModel> {
  const { undone: _, ...known } = search;
  const params = ask(quotaWhatIf, known, { as_of: ctx.defaultAsOf });
  const { as_of, move, scenario: number } = params;
  const copy = { as_of, move, scenario: number };
  const store = await openWorkStore(ctx.db.dir);
  const [departments, products, moved, kept, from] = await Promise.all([
    rowsOf(quotaWhatIf, ctx, { ...copy, by: 'department' }).then(linesOf),
    rowsOf(quotaWhatIf, ctx, { ...copy, by: 'product' }).then(linesOf),
    rowsOf(quotaMoves, ctx, copy),
    scenarios(store),
    number === undefined ? null : scenario(store, Number(number)),
  ]);
  const department = chosenOf(params.department?.[0], departments);
  const period = lastComplete(as_of, 'half');
  return {
    as_of,
    moves: move ?? [],
    undone: all(search, 'undone'),
    departments,
    products: products.filter(isTouched),
    moved,
    department,
    rows: department === null ? [] : await rowsOfDepartment(ctx, as_of, department, period, moved),
    period,
    from,
    kept,
    file: href('/api/reports/quota_what_if', {}, asked({ ...copy, by: 'department' })),
  };
}

async function rowsOfDepartment(
  ctx: PageContext,
  as_of: string,
  department: string,
  period: string,
  moved: readonly MovedRow[],
): Promise<ScratchRow[]> {
  const [base, outside, reviews] = await Promise.all([
    rowsOf(quotaCustomers, ctx, { as_of, by: 'department', group: department, department: [department] }),
    rowsOf(quotaOutside, ctx, { as_of, department: [department] }),
    rowsOf(review, ctx, { period, department: [department] }),
  ]);
  const scores = new Map(reviews.map((r) => [r.customer_id, r]));
  const to = new Map(moved.map((m) => [m.customer_id, m]));
  const row = (c: (typeof base)[number] | (typeof outside)[number]): ScratchRow => {
    const reviewed = scores.get(c.customer_id);
    const move = to.get(c.customer_id);
    const moves = move && move.deed !== 'none' && move.deed !== 'listed';
    return {
      customer_id: c.customer_id,
      name: c.name,
      owner: c.owner,
      grade: c.grade,
      tier: c.tier,
      scratch_tier: moves ? move.scratch_tier : null,
      outside: 'outside' in c ? c.outside : null,
      net_sales_12m: 'net_sales_12m' in c ? c.net_sales_12m : null,
      score: reviewed?.score ?? null,
      problems: reviewed?.problems ?? null,
      eligible: reviewed?.eligible ?? null,
    };
  };
  return [...base.map(row), ...outside.map(row)];
}

/** The customer whose row is open; null where the address names none of the list. */
export const openRow = (model: WhatIfModel, search: SearchParams): ScratchRow | null =>
  model.rows.find((r) => r.customer_id === one(search, 'row')) ?? null;
