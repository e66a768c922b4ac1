import { z } from 'zod';
import { quotaByDepartment, quotaByProduct } from '@/lib/queries/quota';
import { addDays } from '@/lib/rules/period';
import { quotaOf } from '@/lib/rules/quota';
import { limitedTiers } from '@/lib/rules/tiers';
import { column } from './columns';
import { customerFilterParams } from './customer-filters';
import { asOf, filters } from './params';
import { defineReport } from './report';

export const quotaBy = z.enum(['department', 'product', 'department_product']).default('department');

/** A product of a department, in one cell; null where both are unknown. */
export function groupOf(department: string | null, product: string | null): string | null {
  return department === null && product === null ? null : `${department ?? '—'} / ${product ?? '—'}`;
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
    const given = {
      as_of: p.as_of,
      sold_from: addDays(p.as_of, 1 - policy['quota.product_days']),
      ...customerFilterParams(ctx.viewer, p),
    };
    const byDepartment = p.by === 'department_product';
    const groups =
      p.by === 'department'
        ? await quotaByDepartment(ctx.db, given)
        : (await quotaByProduct(ctx.db, { ...given, by_department: byDepartment })).map((g) => ({
            ...g,
            group: byDepartment ? groupOf(g.department, g.product) : g.product,
          }));
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
