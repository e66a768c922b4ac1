/** What follows the total of a statement: items of other regulations, adjustments, what is carried; then what is paid. */
import { NONE, pay, signed } from '@/lib/format';
import type { AnySheet, StatementChange } from '@/lib/reports/bonus_statement_shape';
import type { Source } from '@/lib/reports/bonus_trace_row';
import { payerName, type StatementWords } from './statement-words';

export interface AfterRow {
  key: string;
  label: string;
  note: string;
  amount: string;
  /** Where it was loaded from; null for what people decided. */
  source: Source | null;
  changes: readonly StatementChange[];
}

export interface AfterSection {
  key: 'items' | 'adjustments' | 'carried';
  title: string;
  note: string;
  rows: AfterRow[];
}

/** Empty sections are left out; `payable` is null where nothing follows the total, which then is what is paid. */
export function afterTotal(
  sheet: AnySheet,
  words: StatementWords,
): { sections: AfterSection[]; payable: string | null } {
  const { t } = words;
  const all: AfterSection[] = [
    { key: 'items', title: t('items'), note: t('itemsNote'), rows: itemRows(sheet, words) },
    {
      key: 'adjustments',
      title: t('adjustments'),
      note: t('adjustmentsNote'),
      rows: sheet.adjustments.map((a) => ({
        key: a.period,
        label: t('adjustment', {
          period: a.period,
          before: a.before === null ? t('nothing') : pay(a.before),
          after: a.after === null ? t('nothing') : pay(a.after),
        }),
        note: '',
        amount: signed(a.amount, 2),
        source: null,
        changes: a.changes,
      })),
    },
    {
      key: 'carried',
      title: t('carried'),
      note: '',
      rows: sheet.carried.map((c) => ({
        key: `${c.kind}:${c.period}`,
        label: t(`carriedKinds.${c.kind}`, { period: c.period }),
        note: [c.why, c.by, c.at.slice(0, 10)].filter(Boolean).join(' · '),
        amount: signed(c.amount, 2),
        source: null,
        changes: [],
      })),
    },
  ];
  const sections = all.filter((section) => section.rows.length > 0);
  const paid = sheet.payable === null ? NONE : pay(sheet.payable);
  return { sections, payable: sections.length > 0 ? paid : null };
}

function itemRows(sheet: AnySheet, words: StatementWords): AfterRow[] {
  return sheet.items.map((item) => ({
    key: item.item_id,
    label: item.regulation,
    note: [
      item.period === sheet.period ? null : words.t('itemYear', { year: item.period }),
      item.note,
      payerName(words, item.payer),
    ]
      .filter(Boolean)
      .join(' · '),
    amount: pay(item.amount),
    source: item,
    changes: [],
  }));
}
