import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { scopeParameters } from './customer-filters';

/** F-02: the way of one opportunity, entry by entry. */
export const opportunityEntries = defineQuery({
  file: 'reports/opportunity_entries.sql',
  params: { opportunity: t.text(), as_of: t.date(), ...scopeParameters },
  row: { stage: t.text(), entered_on: t.date() },
});
