import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

/** Since when each source tells anything, the one that begins last first. */
export const dataReach = defineQuery({
  file: 'reports/data_reach.sql',
  params: {},
  row: { source: t.text(), first_on: t.date() },
});
