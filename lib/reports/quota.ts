import { z } from 'zod';
import { quotaByDepartment, quotaByProduct } from '@/lib/queries/quota';
import { addDays } from '@/lib/rules/period';
import { quotaOf } from '@/lib/rules/quota';
import { limitedTiers } from '@/lib/rules/tiers';
import { remember } from './cache';
import { column } from './columns';
import { customerFilterParams } from './customer-filters';
import { decidedMark } from './decided_mark';
import { asOf, filters } from './params';
import { defineReport, type ReportContext } from './report';

export const quotaBy = z.enum(['department', 'product', 'department_product']).default('department');

/** A product of a department, in one cell; null where both are unknown. */
export function groupOf(department: string | null, product: string | null): string | null {
  return department === null && product === null ? null : `${department ?? '—'} / ${product ?? '—'}`;
}

type Filters = Parameters<typeof customerFilterParams>[1] & { as_of: string };

const given = (ctx: ReportContext, p: Filters) => ({
  as_of: p.as_of,
  sold_from: addDays(p.as_of, 1 - ctx.policy.on(p.as_of)['quota.product_days']),
  ...customerFilterParams(ctx.viewer, p),
});

/**
 * The bases of all products of all departments, for a viewer without a scope: asked for once, however departments and
 * products are filtered, and remembered until data, or what was decided by the day, changes.
 */
async function productBases(ctx: ReportContext, as_of: string) {
  const asked = { ...given(ctx, { as_of }), by_department: true };
  const mark = await decidedMark(ctx, as_of);
  const key = JSON.stringify(['quota_product_bases', ctx.db.dir, ctx.db.dataVersion(), mark, asked]);
  return remember(key, () => quotaByProduct(ctx.db, asked));
}

/** In the order of the engine: by their bytes. */
const inOrder = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Q-04: the bases of products; of those departments' customers that are asked for, or of all. */
async function basesByProduct(ctx: ReportContext, p: Filters) {
  const { departments, products, as_of: _, sold_from: __, ...others } = given(ctx, p);
  if (Object.values(others).some((list) => list !== null))
    return quotaByProduct(ctx.db, { ...given(ctx, p), by_department: false });
  const sums = new Map<string | null, { base: number; vip: number; preferred: number; wanted: boolean }>();
  for (const row of await productBases(ctx, p.as_of)) {
    if (products !== null && (row.product === null || !products.includes(row.product))) continue;
    const sum = sums.get(row.product) ?? { base: 0, vip: 0, preferred: 0, wanted: false };
    sum.base += row.base;
    sum.vip += row.vip;
    sum.preferred += row.preferred;
    sum.wanted ||= departments === null || (row.department !== null && departments.includes(row.department));
    sums.set(row.product, sum);
  }
  return [...sums]
    .filter(([, sum]) => sum.wanted)
    .map(([product, { wanted: _, ...counts }]) => ({ product, ...counts }))
    .sort((a, b) =>
      a.product === null || b.product === null
        ? Number(a.product === null) - Number(b.product === null)
        : inOrder(a.product, b.product),
    );
}

/** the bases of products of departments. */
async function basesByBoth(ctx: ReportContext, p: Filters) {
  const { departments, products, as_of: _, sold_from: __, ...others } = given(ctx, p);
  if (Object.values(others).some((list) => list !== null))
    return quotaByProduct(ctx.db, { ...given(ctx, p), by_department: true });
  const wanted = (list: string[] | null, name: string | null) =>
    list === null || (name !== null && list.includes(name));
  const all = await productBases(ctx, p.as_of);
  return all.filter((row) => wanted(departments, row.department) && wanted(products, row.product));
}

/** The departments and products that a product of a department, as its row names it, can mean. */
export async function partsOfGroup(
  ctx: ReportContext,
  as_of: string,
  group: string,
): Promise<{ department: string[]; product: string[] } | null> {
  const rows = (await productBases(ctx, as_of)).filter(
    (row) => groupOf(row.department, row.product) === group,
  );
  // What bears no name cannot be asked for by one.
  if (rows.length === 0 || rows.some((row) => row.department === null || row.product === null)) return null;
  const names = (of: (string | null)[]) => [...new Set(of)].filter((name) => name !== null);
  return { department: names(rows.map((r) => r.department)), product: names(rows.map((r) => r.product)) };
}

/** the bases by one split. */
async function basesOf(ctx: ReportContext, p: Filters, by: z.infer<typeof quotaBy>) {
  if (by === 'department') return quotaByDepartment(ctx.db, given(ctx, p));
  if (by === 'product')
    return (await basesByProduct(ctx, p)).map(({ product, ...counts }) => ({ group: product, ...counts }));
  const rows = await basesByBoth(ctx, p);
  return rows.map((g) => ({ ...g, group: groupOf(g.department, g.product) }));
}

/**
 * how many of each base hold a tier, against the limit. Bases are counted whole: department,
 * region, owner and grade choose the groups in which such a customer is, product and tier choose rows.
 */
export const quota = defineReport({
  name: 'quota',
  params: { as_of: asOf, by: quotaBy, ...filters },
  columns: [
    column.text('group'),
    column.code('tier', 'tier'),
    column.integer('base'),
    column.integer('held'),
    column.rate('limit'),
    column.integer('places'),
    column.integer('headroom'),
    column.rate('share'),
    column.code('status', 'quota_status'),
  ],
  rules: ['Q-02', 'Q-03', 'Q-04', 'Q-05'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const groups = await basesOf(ctx, p, p.by);
    return groups.flatMap((g) =>
      limitedTiers
        .filter((tier) => !p.tier?.length || p.tier.includes(tier))
        .map((tier) => ({
          group: g.group,
          tier,
          base: g.base,
          held: g[tier],
          ...quotaOf(g.base, g[tier], policy[`quota.${tier}`], p.by === 'department'),
        })),
    );
  },
});
