/** Who could take a customer, and why the first of them is proposed (O-04). */
import { z } from 'zod';
import { column } from './columns';
import { candidatesAt } from './ownership_found';
import { asOf } from './params';
import { defineReport } from './report';

/** The least loaded first; `region`, `department` and `owner` are the customer's. Load = customers / ability. */
export const ownershipCandidates = defineReport({
  name: 'ownership_candidates',
  params: {
    as_of: asOf,
    region: z.string().optional(),
    department: z.string().optional(),
    owner: z.string().optional(),
  },
  columns: [
    column.text('name'),
    column.text('department'),
    column.integer('customers'),
    column.integer('signed'),
    column.integer('closed_deals'),
    column.rate('win_rate'),
    column.rate('department_rate'),
    column.decimal('ability'),
    column.decimal('load'),
  ],
  rules: ['O-04', 'F-06'],
  run: async (ctx, p) => {
    const candidates = await candidatesAt(ctx, p.as_of, {
      region: p.region ?? null,
      department: p.department ?? null,
      owner: p.owner ?? null,
    });
    return candidates.map(({ closed, ...c }) => ({ ...c, closed_deals: closed }));
  },
});
