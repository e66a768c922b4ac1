/** Which fields of customer files are missing, and how often (D-01). */
import { fileFields } from '@/lib/rules/parameters/customers';
import { column } from './columns';
import { filesJudged } from './completeness_judged';
import { asOf, filters } from './params';
import { defineReport } from './report';

/** One row a field that is asked for of anybody, the most missing first. */
export const completenessFields = defineReport({
  name: 'completeness_fields',
  params: { as_of: asOf, ...filters },
  columns: [
    column.code('field', 'file_field'),
    column.integer('asked_of'),
    column.integer('lacking'),
    column.rate('share'),
  ],
  rules: ['D-01'],
  run: async (ctx, p) => {
    const judged = await filesJudged(ctx, p);
    const within = judged.within(p);
    return fileFields
      .map((field, bit) => {
        let [asked_of, lacking] = [0, 0];
        for (let i = 0; i < judged.length; i++) {
          if (((judged.required[i] as number) & (1 << bit)) === 0 || !within(i)) continue;
          asked_of += 1;
          if (((judged.missing[i] as number) & (1 << bit)) !== 0) lacking += 1;
        }
        return { field, asked_of, lacking, share: asked_of === 0 ? null : lacking / asked_of };
      })
      .filter((f) => f.asked_of > 0)
      .sort((a, b) => b.lacking - a.lacking);
  },
});
