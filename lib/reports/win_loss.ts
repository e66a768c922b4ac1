/** What signed opportunities have in common against lost ones (F-09). */
import { winLossTraits } from '@/lib/queries/win_loss';
import { share } from '@/lib/rules/funnel';
import { compareGroups, type Split } from '@/lib/rules/funnel_groups';
import { winRate } from '@/lib/rules/pipeline';
import { column } from './columns';
import { periodBounds, seenBy } from './funnel_seen';
import { datedBy } from './opportunities_closed';
import { anyPeriod, asOf, filters } from './params';
import { defineReport } from './report';

/** In the order of the report. `size` is against the median expected amount, `met` the customer's decision maker. */
export const traits = [
  'grade',
  'department',
  'region',
  'salesperson',
  'product',
  'source',
  'size',
  'met',
] as const;
export type Trait = (typeof traits)[number];

export interface TraitRow {
  trait: Trait;
  value: string | null;
  signed: number;
  lost: number;
  signed_share: number | null;
  lost_share: number | null;
  difference: number | null;
  win_rate: number | null;
}

/**
 * One row a trait and value. `signed_share` is how many of the signed ones bear it, `lost_share` how many of the lost;
 * `difference` the one less the other: above 0 it is more common among the signed. Null where none was signed or lost.
 */
export const winLoss = defineReport({
  name: 'win_loss',
  params: { period: anyPeriod, as_of: asOf, dated: datedBy.default('closed'), ...filters },
  columns: [
    column.code('trait', 'trait'),
    column.text('value'),
    column.integer('signed'),
    column.integer('lost'),
    column.rate('signed_share'),
    column.rate('lost_share'),
    column.rate('difference'),
    column.rate('win_rate'),
  ],
  rules: ['F-06', 'F-09', 'V-08'],
  run: async (ctx, p): Promise<TraitRow[]> => {
    const found = await winLossTraits(ctx.db, {
      ...periodBounds(p.period),
      as_of: p.as_of,
      created: p.dated === 'created',
      ...seenBy(ctx.viewer, p),
    });
    return traits.flatMap((trait) => {
      const own = found.filter((r) => r.trait === trait);
      const signed = own.reduce((n, r) => n + r.signed, 0);
      const lost = own.reduce((n, r) => n + r.lost, 0);
      const by: Split = trait === 'grade' ? 'grade' : 'source';
      return own
        .toSorted((a, b) => compareGroups(by, a.value, b.value))
        .map((r) => {
          const [ofSigned, ofLost] = [share(r.signed, signed), share(r.lost, lost)];
          return {
            trait,
            value: r.value,
            signed: r.signed,
            lost: r.lost,
            signed_share: ofSigned,
            lost_share: ofLost,
            difference:
              ofSigned === null || ofLost === null
                ? null
                : (r.signed * lost - r.lost * signed) / (signed * lost),
            win_rate: winRate(r),
          };
        });
    });
  },
});
