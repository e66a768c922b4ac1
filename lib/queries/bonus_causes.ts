/** Where a change of a closed statement came from. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

/** The imports under which some rows stand now; rows that are gone are missing. */
export const bonusSources = defineQuery({
  file: 'reports/bonus_sources.sql',
  params: {
    jobs: t.list(t.text()),
    events: t.list(t.text()),
    items: t.list(t.text()),
    sales: t.list(t.text()),
    quarters: t.list(t.text()),
  },
  row: { source_kind: t.text(), source_id: t.text(), import_id: t.integer() },
});

/** Every import, also those taken back. */
export const importStates = defineQuery({
  file: 'reports/import_states.sql',
  params: {},
  row: {
    import_id: t.integer(),
    state: t.text(),
    data_version: t.integer().nullable(),
    undone_version: t.integer().nullable(),
  },
});
