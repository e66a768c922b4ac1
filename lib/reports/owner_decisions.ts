/** What was decided on owners, as a file for the system that keeps the customers (O-02 to O-04). */

import { namesOfCustomers } from '@/lib/queries/ownership';
import { decidedOwners, type OwnerDecision, ownerDecisions } from '@/lib/work/ownership';
import { openWorkStore } from '@/lib/work/store';
import { column } from './columns';
import { asOf } from './params';
import { defineReport } from './report';
import { scopeParams } from './viewer';

/**
 * One row a customer with a decision that stands, the latest first. `state`: `loaded` once the register shows the new
 * owner, until then `open`; `overtaken` where it shows somebody else.
 */
export const ownerDecisionFile = defineReport({
  name: 'owner_decisions',
  params: { as_of: asOf },
  columns: [
    column.text('customer_id'),
    column.text('name'),
    column.code('finding', 'ownership_finding'),
    column.text('previous_owner'),
    column.text('owner'),
    column.code('decision', 'owner_decision'),
    column.date('decided_on'),
    column.text('decided_by'),
    column.text('decided_why'),
    column.code('state', 'owner_decision_state'),
  ],
  rules: ['O-02', 'O-03', 'O-04'],
  run: async (ctx) => {
    const standing = [...decidedOwners(await ownerDecisions(await openWorkStore(ctx.db.dir))).values()];
    const known = await namesOfCustomers(ctx.db, {
      customers: standing.map((d) => d.customer_id),
      ...scopeParams(ctx.viewer),
    });
    const byId = new Map(known.map((c) => [c.customer_id, c]));
    return standing.flatMap((d) => {
      const c = byId.get(d.customer_id);
      if (!c) return [];
      return [
        {
          customer_id: d.customer_id,
          name: c.name,
          finding: d.finding,
          previous_owner: d.previous_owner,
          owner: d.owner,
          decision: d.decision,
          decided_on: d.decided_on,
          decided_by: d.decided_by,
          decided_why: d.why,
          state: stateOf(d, c.owner),
        },
      ];
    });
  },
});

function stateOf(d: OwnerDecision, owner: string | null): 'loaded' | 'open' | 'overtaken' {
  if (owner === d.owner) return 'loaded';
  return owner === d.previous_owner ? 'open' : 'overtaken';
}
