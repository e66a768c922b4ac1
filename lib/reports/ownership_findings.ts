/** The findings of ownership and registration with names, proposals, decisions and the lines they rest on. */
import { z } from 'zod';
import { column, sourceColumns } from './columns';
import { findings, ownershipAt } from './ownership_found';
import { asOf, filters } from './params';
import { defineReport } from './report';

/**
 * `finding` keeps some kinds; `open` true those that still have to be decided, false those decided. A decision is shown
 * whatever the as-of date: it answers the finding, and leaves what was loaded as it is.
 */
export const ownershipFindings = defineReport({
  name: 'ownership_findings',
  params: {
    as_of: asOf,
    finding: z.array(z.enum(findings)).optional(),
    open: z.enum(['true', 'false']).optional(),
    ...filters,
  },
  columns: [
    column.code('finding', 'ownership_finding'),
    column.text('customer_id'),
    column.text('name'),
    column.text('department'),
    column.text('region'),
    column.code('grade', 'grade'),
    column.text('owner'),
    column.text('other_customer_id'),
    column.text('other_name'),
    column.text('other_owner'),
    column.list('marks', 'ownership_mark'),
    column.date('since'),
    column.integer('days'),
    column.boolean('to_decide'),
    column.text('proposed_owner'),
    column.code('decision', 'owner_decision'),
    column.text('decided_owner'),
    column.text('decided_by'),
    column.date('decided_on'),
    column.text('decided_why'),
    ...sourceColumns,
  ],
  rules: ['O-01', 'O-02', 'O-03', 'O-04', 'O-05'],
  run: async (ctx, p) => {
    const rows = await ownershipAt(ctx, p);
    const { finding, open } = p;
    return rows.filter(
      (r) =>
        (!finding?.length || finding.includes(r.finding)) &&
        (open === undefined || (open === 'true' ? r.to_decide && r.decision === null : r.decision !== null)),
    );
  },
});
