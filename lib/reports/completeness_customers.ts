/** Customers with what their files must hold, what they lack, and how fresh they are (D-01, D-02). */
import { z } from 'zod';
import { fileFields } from '@/lib/rules/parameters/customers';
import { column, sourceColumns } from './columns';
import { type FileRow, filesJudged } from './completeness_judged';
import { asOf, filters } from './params';
import { defineReport } from './report';

const yesNo = z.enum(['true', 'false']).optional();

/**
 * Watched customers (I) entered by the date, the least complete first, then the stalest. `missing` keeps those that lack
 * one of the fields; `complete`, `stale`, `unowned` keep those, or the others. `completeness` is filled / required.
 */
export const completenessCustomers = defineReport({
  name: 'completeness_customers',
  params: {
    as_of: asOf,
    missing: z.array(z.enum(fileFields)).optional(),
    complete: yesNo,
    stale: yesNo,
    unowned: yesNo,
    ...filters,
  },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.code('class', 'class'),
    column.list('fields', 'file_field'),
    column.integer('required'),
    column.integer('filled'),
    column.rate('completeness'),
    column.list('missing', 'file_field'),
    column.date('updated_on'),
    column.integer('days_since_update'),
    column.boolean('stale'),
    ...sourceColumns,
  ],
  rules: ['D-01', 'D-02'],
  run: async (ctx, p) => {
    const judged = await filesJudged(ctx, p);
    const within = judged.within(p);
    const rows: FileRow[] = [];
    for (const place of judged.inOrder()) if (within(place)) rows.push(judged.row(place));
    return rows;
  },
});
