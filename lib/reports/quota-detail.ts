import { z } from 'zod';
import { quotaCustomers as customersOfBase } from '@/lib/queries/quota';
import { addDays } from '@/lib/rules/period';
import { column, sourceColumns } from './columns';
import { customerFilterParams } from './customer-filters';
import { asOf, filters, listOrAll } from './params';
import { groupOf, partsOfGroup, quotaBy } from './quota';
import { defineReport, type ReportContext } from './report';
import { twelveMonths } from './twelve_months';

type Filters = Parameters<typeof customerFilterParams>[1];

type Asked = Filters & { as_of: string; by: string; group?: string | undefined };

/** The same question with the filters that its group amounts to. */
async function narrowed<P extends Asked>(ctx: ReportContext, p: P): Promise<P> {
  if (!p.group) return p;
  const both = p.by === 'department_product' ? await partsOfGroup(ctx, p.as_of, p.group) : null;
  const meant = both ?? (p.by === 'department' || p.by === 'product' ? { [p.by]: [p.group] } : {});
  const within = (given: string[] | undefined, names: string[]) =>
    given?.length ? given.filter((name) => names.includes(name)) : names;
  const filtered = { ...p };
  for (const name of ['department', 'product'] as const) {
    const names: string[] | undefined = meant[name];
    const left = names && within(p[name], names);
    // Nobody is left where the filters exclude the group: they say so themselves.
    if (left?.length) filtered[name] = left;
  }
  return filtered;
}

/**
 * the customers of the bases, those that hold a tier with `tier`, those of one row of `quota`
 * with its `group` (empty: the row without a group). `tier_from` says whether a decision or the undated
 * register gives the tier.
 */
export const quotaCustomers = defineReport({
  name: 'quota_customers',
  params: { as_of: asOf, by: quotaBy, group: z.string().optional(), ...filters },
  columns: [
    column.text('group'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.code('tier_from', 'tier_from'),
    column.date('tier_since'),
    column.date('admitted_on'),
    column.money('net_sales_12m'),
    column.date('last_sale_on'),
    ...sourceColumns,
  ],
  rules: ['Q-02', 'Q-03', 'Q-04', 'Q-05'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const asked = await narrowed(ctx, p);
    const [rows, yearOf] = await Promise.all([
      customersOfBase(ctx.db, {
        as_of: p.as_of,
        sold_from: addDays(p.as_of, 1 - policy['quota.product_days']),
        by_product: p.by !== 'department',
        tiers: listOrAll(p.tier),
        ...customerFilterParams(ctx.viewer, asked),
      }),
      twelveMonths(ctx, p.as_of),
    ]);
    const groups = {
      department: (r: (typeof rows)[number]) => r.department,
      product: (r: (typeof rows)[number]) => r.product,
      department_product: (r: (typeof rows)[number]) => groupOf(r.department, r.product),
    };
    return rows
      .filter((r) => p.group === undefined || (groups[p.by](r) ?? '') === p.group)
      .map((r) => {
        const { net_sales_12m, last_sale_on } = yearOf(r.customer_key);
        return {
          group: groups[p.by](r),
          customer_id: r.customer_id,
          name: r.name,
          department: r.department,
          region: r.region,
          owner: r.owner,
          grade: r.grade,
          tier: r.tier,
          tier_from: r.tier_from,
          tier_since: r.tier_since,
          admitted_on: r.admitted_on,
          net_sales_12m,
          last_sale_on,
          source_import: r.source_import,
          source_file: r.source_file,
          source_sheet: r.source_sheet,
          source_line: r.source_line,
        };
      });
  },
});
