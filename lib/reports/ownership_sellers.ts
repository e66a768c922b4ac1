/** Every salesperson's load and ability, and how many customers are proposed for them (O-04). */

import Decimal from 'decimal.js';
import { abilityOf } from '@/lib/rules/ownership';
import { decidedOwners, ownerDecisions } from '@/lib/work/ownership';
import { openWorkStore } from '@/lib/work/store';
import { column } from './columns';
import { ownershipAt, sellersAt } from './ownership_found';
import { asOf, many } from './params';
import { defineReport } from './report';

/** By load, the highest first; whoever nothing was won by, whose load is not known, before all. */
export const ownershipSellers = defineReport({
  name: 'ownership_sellers',
  params: { as_of: asOf, department: many },
  columns: [
    column.text('owner'),
    column.text('department'),
    column.integer('customers'),
    column.integer('signed'),
    column.integer('closed_deals'),
    column.decimal('ability'),
    column.decimal('load'),
    column.integer('proposed'),
    column.integer('assigned'),
  ],
  rules: ['O-04'],
  run: async (ctx, p) => {
    const all = await ownerDecisions(await openWorkStore(ctx.db.dir));
    const decided = decidedOwners(all);
    const [found, { sellers, rates }] = await Promise.all([
      ownershipAt(ctx, { as_of: p.as_of }),
      sellersAt(ctx, p.as_of, decided),
    ]);
    const minClosed = ctx.policy.on(p.as_of)['ownership.ability_min_closed'];
    const unowned = found.filter((f) => f.finding === 'unowned');
    return sellers
      .filter((s) => !p.department?.length || (s.department !== null && p.department.includes(s.department)))
      .map((s) => {
        const ability = abilityOf(s, rates.get(s.department) ?? { signed: 0, closed: 0 }, minClosed);
        return {
          owner: s.name,
          department: s.department,
          customers: s.customers,
          signed: s.signed,
          closed_deals: s.closed,
          ability: ability.toFixed(4),
          load: ability.isZero() ? null : new Decimal(s.customers).div(ability).toFixed(2),
          proposed: unowned.filter((f) => f.decision === null && f.proposed_owner === s.name).length,
          assigned: unowned.filter((f) => f.decided_owner === s.name).length,
        };
      })
      .sort(
        (a, b) =>
          Number(b.load === null) - Number(a.load === null) ||
          new Decimal(b.load ?? 0).comparedTo(a.load ?? 0) ||
          (a.owner < b.owner ? -1 : 1),
      );
  },
});
