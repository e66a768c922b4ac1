import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { seen } from './funnel';

/** What opportunities can be filtered by under the other filters. */
export const opportunityValues = defineQuery({
  file: 'reports/opportunity_values.sql',
  params: {
    from: t.date().nullable(),
    to: t.date().nullable(),
    as_of: t.date(),
    closed: t.boolean(),
    ...seen,
  },
  row: { filter: t.text(), value: t.text(), count: t.integer() },
});
