/** Who has no owner, two owners, or was entered or contacted late (O-01 to O-04). */
import { column } from './columns';
import { ownershipAt } from './ownership_found';
import { asOf, filters } from './params';
import { defineReport } from './report';

/**
 * One row a finding, by kind, then customer number. `days`: without an owner, since the entry; of a conflict, since the
 * later record was entered; else how many days late. `proposed_owner`: the least loaded near (O-04), of a conflict the
 * owner of the record entered first (O-02); of a late first contact only while there is none (O-03).
 */
export const ownership = defineReport({
  name: 'ownership',
  params: { as_of: asOf, ...filters },
  columns: [
    column.code('finding', 'ownership_finding'),
    column.text('customer_id'),
    column.text('other_customer_id'),
    column.text('owner'),
    column.text('proposed_owner'),
    column.integer('days'),
  ],
  rules: ['O-01', 'O-02', 'O-03', 'O-04'],
  run: async (ctx, p) =>
    (await ownershipAt(ctx, p))
      .filter((f) => f.finding !== 'late_forward' && f.finding !== 'entered_before_review')
      .map(({ finding, customer_id, other_customer_id, owner, proposed_owner, days }) => ({
        finding,
        customer_id,
        other_customer_id,
        owner,
        proposed_owner,
        days,
      })),
});
