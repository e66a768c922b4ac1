import { z } from 'zod';
import { customerSearch } from '@/lib/queries/customers';
import { column } from './columns';
import { listOrAll, many } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/** A list that a person still reads; who looks for more types more. */
const MOST = 500;

/** Customers by a part of their name or number, those that begin with it first; at most 500. */
export const customerList = defineReport({
  name: 'customer_list',
  params: { find: z.string().max(60).default(''), department: many },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.code('kind', 'customer_kind'),
    column.text('department'),
    column.text('region'),
    column.text('owner'),
    column.code('grade', 'grade'),
    column.code('tier', 'tier'),
    column.date('admitted_on'),
  ],
  rules: ['Q-01', 'G-01'],
  run: (ctx, p) =>
    customerSearch(ctx.db, {
      typed: p.find.trim(),
      departments: listOrAll(p.department),
      most: MOST,
      ...scopeParams(ctx.viewer),
    }),
});
