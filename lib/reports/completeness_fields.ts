/** Which fields of customer files are missing, and how often (D-01). */
import { fileFields } from '@/lib/rules/parameters/customers';
import { column } from './columns';
import { completenessCustomers } from './completeness_customers';
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
    const rows = await completenessCustomers.run(ctx, p);
    return fileFields
      .map((field) => {
        const asked_of = rows.filter((r) => r.fields.includes(field)).length;
        const lacking = rows.filter((r) => r.missing.includes(field)).length;
        return { field, asked_of, lacking, share: asked_of === 0 ? null : lacking / asked_of };
      })
      .filter((f) => f.asked_of > 0)
      .sort((a, b) => b.lacking - a.lacking);
  },
});
