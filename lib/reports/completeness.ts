/** How complete and how fresh customer files are, by group (D-01, D-02). */
import Decimal from 'decimal.js';
import { z } from 'zod';
import { compareGroups } from '@/lib/rules/funnel_groups';
import { column } from './columns';
import { completenessCustomers } from './completeness_customers';
import { asOf, filters } from './params';
import { defineReport } from './report';

export const fileSplits = ['none', 'department', 'owner', 'region', 'grade'] as const;

/**
 * `complete`: customers of whose required fields none is missing; `mean_completeness`: mean of the customers' shares;
 * `stale`: not updated for longer than `registration.refresh_every`. What has no group is last.
 */
export const completeness = defineReport({
  name: 'completeness',
  params: { as_of: asOf, by: z.enum(fileSplits).default('department'), ...filters },
  columns: [
    column.text('group'),
    column.integer('customers'),
    column.integer('complete'),
    column.rate('mean_completeness'),
    column.integer('stale'),
  ],
  rules: ['D-01', 'D-02'],
  run: async (ctx, { by, ...p }) => {
    const rows = await completenessCustomers.run(ctx, p);
    const groups = new Map<string | null, (typeof rows)[number][]>();
    if (by === 'none') groups.set(null, []);
    for (const row of rows) {
      const key = by === 'none' ? null : row[by];
      const own = groups.get(key);
      if (own) own.push(row);
      else groups.set(key, [row]);
    }
    return [...groups]
      .sort(([a], [b]) =>
        by === 'grade'
          ? compareGroups('grade', a, b)
          : Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1),
      )
      .map(([group, own]) => {
        const judged = own.flatMap((r) => r.completeness ?? []);
        const sum = own.reduce(
          (all, r) => (r.required === 0 ? all : all.plus(new Decimal(r.filled).div(r.required))),
          new Decimal(0),
        );
        return {
          group,
          customers: own.length,
          complete: own.filter((r) => r.missing.length === 0).length,
          mean_completeness: judged.length === 0 ? null : sum.div(judged.length).toNumber(),
          stale: own.filter((r) => r.stale).length,
        };
      });
  },
});
