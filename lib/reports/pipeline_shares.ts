/** By which shares open amounts are weighed: of each grade at each stage, and from how many (F-07). */
import { pipelineShares } from '@/lib/queries/pipeline';
import { stages } from '@/lib/rules/funnel';
import { grades } from '@/lib/rules/funnel_groups';
import { weights } from '@/lib/rules/pipeline';
import { column } from './columns';
import { asOf } from './params';
import { defineReport, type ReportContext } from './report';
import { loadedRows } from './rows';

/** What weights rest on (F-07): of the whole company, so that all who weigh something on a day share one reading. */
export const pastShares = (ctx: ReportContext, as_of: string) =>
  loadedRows(ctx, ['past shares', as_of], () => pipelineShares(ctx.db, { as_of }));

/**
 * One row a grade and open stage, the ungraded last. `sample` is what the share rests on: of the grade, or
 * of all grades where `basis` says so. Over everything closed by the date in the whole company.
 */
export const pipelineShare = defineReport({
  name: 'pipeline_shares',
  params: { as_of: asOf },
  columns: [
    column.code('grade', 'grade'),
    column.code('stage', 'stage'),
    column.rate('share'),
    column.integer('signed'),
    column.integer('sample'),
    column.code('basis', 'weight_basis'),
  ],
  rules: ['F-07'],
  run: async (ctx, p) => {
    const weigh = weights(await pastShares(ctx, p.as_of), ctx.policy.on(p.as_of));
    return [...grades, null].flatMap((grade) =>
      stages.slice(0, 4).map((stage, i) => {
        const { share, signed, closed, basis } = weigh(grade, i + 1);
        return { grade, stage, share, signed, sample: closed, basis };
      }),
    );
  },
});
