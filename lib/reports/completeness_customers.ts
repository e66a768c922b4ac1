/** Customers with what their files must hold, what they lack, and how fresh they are (D-01, D-02). */
import { z } from 'zod';
import { filesOfCustomers } from '@/lib/queries/completeness';
import { completenessOf, isStale } from '@/lib/rules/completeness';
import { fileFields } from '@/lib/rules/parameters/customers';
import { column, sourceColumns } from './columns';
import { seenBy } from './funnel_seen';
import { countedMethods } from './idle_policy';
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
    const policy = ctx.policy.on(p.as_of);
    const rows = await filesOfCustomers(ctx.db, {
      as_of: p.as_of,
      methods: countedMethods(policy),
      always: [...policy['registration.fields_always']],
      contacted: [...policy['registration.fields_contacted']],
      opportunity: [...policy['registration.fields_opportunity']],
      sold: [...policy['registration.fields_sold']],
      ...seenBy(ctx.viewer, p),
    });
    const is = (wanted: 'true' | 'false' | undefined, so: boolean) =>
      wanted === undefined || (wanted === 'true') === so;
    const order = (field: string) => fileFields.indexOf(field as (typeof fileFields)[number]);
    return rows
      .map((r) => ({
        ...r,
        fields: [...r.fields].sort((a, b) => order(a) - order(b)),
        missing: [...r.missing].sort((a, b) => order(a) - order(b)),
        filled: r.required - r.missing.length,
        completeness: completenessOf(r.required, r.missing.length),
        stale: isStale(r.days_since_update, policy['registration.refresh_every']),
      }))
      .filter(
        (r) =>
          (!p.missing?.length || p.missing.some((field) => r.missing.includes(field))) &&
          is(p.complete, r.missing.length === 0) &&
          is(p.stale, r.stale) &&
          is(p.unowned, r.owner === null),
      )
      .sort(
        (a, b) =>
          (a.completeness ?? 1) - (b.completeness ?? 1) ||
          (b.days_since_update ?? Number.MAX_SAFE_INTEGER) -
            (a.days_since_update ?? Number.MAX_SAFE_INTEGER) ||
          (a.customer_id < b.customer_id ? -1 : 1),
      );
  },
});
