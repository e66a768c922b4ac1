/** Lines that stand beside the statements of service bonuses. */
import { defineQuery } from '@/lib/warehouse/query';
import * as t from '@/lib/warehouse/types';

const names = () => t.list(t.text()).nullable();
const sight = {
  departments: names(),
  regions: names(),
  scope_departments: names(),
  scope_regions: names(),
  scope_owners: names(),
};
const source = {
  source_import: t.integer().nullable(),
  source_file: t.text().nullable(),
  source_sheet: t.text().nullable(),
  source_line: t.integer().nullable(),
};

/** B-10: amounts of other regulations, of exactly this period. */
export const bonusItemsOf = defineQuery({
  file: 'reports/bonus_items.sql',
  params: { period: t.text(), ...sight },
  row: {
    item_id: t.text(),
    technician_id: t.text(),
    name: t.text().nullable(),
    role: t.text().nullable(),
    period: t.text(),
    regulation: t.text(),
    amount: t.decimal(18, 2),
    payer: t.text().nullable(),
    note: t.text().nullable(),
    ...source,
  },
});

/** What a person has to answer before a month is paid. */
export const bonusQuestionsOf = defineQuery({
  file: 'reports/bonus_questions.sql',
  params: { from: t.date(), until: t.date(), ...sight },
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
