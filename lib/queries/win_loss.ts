import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { seen } from './funnel';

/** F-09: what signed and lost opportunities have in common. */
export const winLossTraits = defineQuery({
  file: 'reports/win_loss.sql',
  params: { from: t.date(), to: t.date(), as_of: t.date(), created: t.boolean(), ...seen },
  row: { trait: t.text(), value: t.text().nullable(), signed: t.integer(), lost: t.integer() },
});
