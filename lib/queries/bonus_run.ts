/** What should be looked at before a month is closed, and whether closed periods may have moved. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';
import { source } from './customer-filters';

const names = () => t.list(t.text()).nullable();

export const bonusRunFindingsOf = defineQuery({
  file: 'reports/bonus_run_findings.sql',
  params: {
    from: t.date(),
    until: t.date(),
    departments: names(),
    regions: names(),
    scope_departments: names(),
    scope_regions: names(),
    scope_owners: names(),
  },
  row: {
    finding: t.text(),
    technician_id: t.text(),
    name: t.text().nullable(),
    date: t.date(),
    source_kind: t.text(),
    source_id: t.text(),
    ...source,
  },
});

/** What closed periods rest on; the four lists go together. */
export const bonusMarksOf = defineQuery({
  file: 'reports/bonus_marks.sql',
  params: {
    periods: t.list(t.text()),
    starts: t.list(t.text()),
    ends: t.list(t.text()),
    categories: t.list(t.text()),
  },
  row: { period: t.text(), mark: t.text() },
});
