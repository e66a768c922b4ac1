/** How complete and how fresh customer files are, by group (D-01, D-02). */
import { z } from 'zod';
import { compareGroups } from '@/lib/rules/funnel_groups';
import { column } from './columns';
import { filesJudged, PARTS } from './completeness_judged';
import { asOf, filters } from './params';
import { defineReport } from './report';

export const fileSplits = ['none', 'department', 'owner', 'region', 'grade'] as const;

/**
 * `complete`: customers of whose required fields none is missing; `mean_completeness`: mean of the customers' shares;
 * `stale`: not updated for longer than `registration.refresh_every`. What has no group is last.
 */
export const completeness = defineReport({
  name: 'completeness',
  params: { as_of: asOf, by: z.enum(fileSplits).default('department'), ...filters },
  columns: [
    column.text('group'),
    column.integer('customers'),
    column.integer('complete'),
    column.rate('mean_completeness'),
    column.integer('stale'),
  ],
  rules: ['D-01', 'D-02'],
  run: async (ctx, { by, ...p }) => {
    const judged = await filesJudged(ctx, p);
    const within = judged.within(p);
    const { codes, texts } = by === 'none' ? { codes: null, texts: [null] } : judged.split(by);
    const groups = texts.map(() => ({ customers: 0, complete: 0, stale: 0, asked: 0, parts: 0 }));
    for (let i = 0; i < judged.length; i++) {
      const group = within(i) ? groups[codes === null ? 0 : (codes[i] ?? 0)] : undefined;
      if (group === undefined) continue;
      group.customers += 1;
      if (judged.isComplete(i)) group.complete += 1;
      if (judged.isStale(i)) group.stale += 1;
      if (judged.required[i] === 0) continue;
      group.asked += 1;
      group.parts += judged.partsOf(i);
    }
    return texts
      .flatMap((group, i) => {
        const sums = groups[i];
        return sums && (by === 'none' || sums.customers > 0) ? [{ group, sums }] : [];
      })
      .sort(({ group: a }, { group: b }) =>
        by === 'grade'
          ? compareGroups('grade', a, b)
          : Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1),
      )
      .map(({ group, sums: { customers, complete, stale, asked, parts } }) => ({
        group,
        customers,
        complete,
        mean_completeness: asked === 0 ? null : parts / (asked * PARTS),
        stale,
      }));
  },
});
