/** The opportunities open at a date, largest first: the age in their stage, and by what they are weighed (F-05, F-07). */
import { z } from 'zod';
import { openOpportunities } from '@/lib/queries/funnel';
import { yuanOf } from '@/lib/rules/cents';
import { ageInStage, positionOf, stages, stalledBefore } from '@/lib/rules/funnel';
import { weightedShare, weights } from '@/lib/rules/pipeline';
import { column, sourceColumns } from './columns';
import { seenBy } from './funnel_seen';
import { groupOf, groupParams } from './group_params';
import { dayOf, NO_DAY, opportunitiesOf, sightOf } from './opportunities_kept';
import { Largest } from './ordering';
import { asOf, filters } from './params';
import { pastShares } from './pipeline_shares';
import { defineReport, type ReportContext } from './report';

/**
 * `stalled` keeps the stalled ones or the others; `top` the largest by expected amount. `age_days` counts from
 * `entered_on` to the as-of date. One without any dated entry by then has neither stage nor age, and is not stalled;
 * it is weighed as at the first stage. `stage` keeps those that stand there. `share` is signed of `sample`.
 */
export const opportunitiesOpen = defineReport({
  name: 'opportunities_open',
  params: {
    as_of: asOf,
    ...groupParams,
    stage: z.enum(stages).optional(),
    stalled: z.enum(['true', 'false']).optional(),
    top: z
      .string()
      .regex(/^[1-9]\d{0,5}$/, 'expected a whole number above 0')
      .optional(),
    ...filters,
  },
  columns: [
    column.text('opportunity_id'),
    column.text('name'),
    column.text('customer_id'),
    column.text('customer_name'),
    column.code('grade', 'grade'),
    column.text('department'),
    column.text('region'),
    column.text('salesperson'),
    column.text('product'),
    column.text('source'),
    column.date('created_on'),
    column.code('stage', 'stage'),
    column.date('entered_on'),
    column.integer('age_days'),
    column.boolean('stalled'),
    column.money('expected_amount'),
    column.rate('share'),
    column.integer('sample'),
    column.code('basis', 'weight_basis'),
    column.decimal('weighted_amount'),
    column.date('expected_close_on'),
    ...sourceColumns,
  ],
  rules: ['F-02', 'F-05', 'F-07'],
  run: async (ctx, p) => {
    const policy = ctx.policy.on(p.as_of);
    const past = await pastShares(ctx, p.as_of);
    const weigh = weights(past, policy);
    const asked: Asked = {
      as_of: p.as_of,
      ...groupOf(p),
      position: p.stage ? positionOf(p.stage) : null,
      stalled: p.stalled === undefined ? null : p.stalled === 'true',
      stalled_before: stalledBefore(p.as_of, policy),
      top: p.top === undefined ? null : Number(p.top),
      ...seenBy(ctx.viewer, p),
    };
    const rows = await openOpportunities(ctx.db, { ...asked, at_least: await leastOfTop(ctx, asked) });
    return rows.map((r) => {
      const { age, stalled } = ageInStage(r.entered_on, p.as_of, policy);
      const weight = weigh(r.grade, r.weighed_at);
      return {
        ...r,
        age_days: age,
        stalled,
        share: weight.share,
        sample: weight.closed,
        basis: weight.basis,
        weighted_amount: weightedShare({ amount: r.expected_amount, weight }),
      };
    });
  },
});

type Asked = Omit<Parameters<typeof openOpportunities>[1], 'at_least'>;

/**
 * Yuan that as many as `top` of those asked for reach: the query then looks at none that is smaller. Null where all are
 * looked at: without `top`, where fewer bear an amount, and where a group or a stage is meant, which is looked for there.
 */
async function leastOfTop(ctx: ReportContext, asked: Asked): Promise<string | null> {
  const { top, stalled, position, every_group } = asked;
  if (top === null || position !== null || !every_group) return null;
  const all = await opportunitiesOf(ctx);
  const sight = await sightOf(ctx, all, asked);
  const [asOf, limit] = [dayOf(asked.as_of), dayOf(asked.stalled_before)];
  const largest = new Largest(top);
  for (let i = 0; i < all.length; i++) {
    const cents = Number(all.expected[i]);
    // The amount first: it is what rules most of them out.
    if (cents <= largest.bound || !all.hasExpected(i) || !all.isOpen(i, asOf) || !sight.within(i)) continue;
    if (stalled !== null) {
      const entered = all.enteredOn(i, asOf);
      if ((entered !== NO_DAY && entered < limit) !== stalled) continue;
    }
    largest.add(cents);
  }
  return largest.bound === Number.NEGATIVE_INFINITY ? null : yuanOf(largest.bound);
}
