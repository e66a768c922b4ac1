/** What follows the total of a statement: items of other regulations, adjustments, what is carried; then what is paid. */
import { NONE, pay, plain, signed } from '@/lib/format';
import type { AnySheet, StatementChange } from '@/lib/reports/bonus_statement_shape';
import type { Source } from '@/lib/reports/bonus_trace_row';
import { parameterName, payerName, type StatementWords, type Word } from './statement-words';

export interface AfterRow {
  key: string;
  label: string;
  note: string;
  amount: string;
  /** Where it was loaded from; null for what people decided. */
  source: Source | null;
  /** What moved, line by line, with its cause (B-12). */
  changes: AfterChange[];
}

export interface AfterChange {
  key: string;
  /** `任务点 J1 20 → 21`. */
  text: string;
  cause: string;
  /** The import or the parameter that caused it. */
  cause_kind: string;
  cause_id: string | null;
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
        changes: a.changes.map((c) => changeOf(c, words)),
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

const counted = new Set(['gross_points', 'repeat_points', 'safety_points']);

function changeOf(c: StatementChange, words: StatementWords): AfterChange {
  const { t, codes } = words;
  const worded = (value: string | null) => {
    if (value === null) return t('nothing');
    if (c.source_kind === 'parameter') return value;
    return counted.has(c.figure) ? plain(value) : pay(value);
  };
  const named = c.source_kind === 'parameter' ? parameterName(words, c.source_id) : c.source_id;
  const about = c.source_kind === 'figure' ? '' : ` ${named}`;
  return {
    key: `${c.figure}:${c.source_kind}:${c.source_id}`,
    text: `${codes(`bonus_figure.${c.figure}`)}${about} ${t('change', {
      before: worded(c.before),
      after: worded(c.after),
    })}`,
    cause: causeOf(c, codes),
    cause_kind: c.cause,
    cause_id: c.cause_id,
  };
}

/** An import by its number, a parameter by what the change already names. */
function causeOf({ cause, cause_id }: StatementChange, codes: Word): string {
  const word = codes(`bonus_cause.${cause}`);
  return cause_id === null || cause === 'parameter' ? word : `${word} #${cause_id}`;
}
