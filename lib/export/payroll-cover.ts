/** The cover of a payroll: which periods, how far each is, from which data, by whose parameters, how much by payer. */
import type ExcelJS from 'exceljs';
import type { Payroll, PayrollPart } from '@/lib/reports/bonus_payroll';
import type { StatementParameter } from '@/lib/reports/bonus_statement_shape';
import { sourceWords } from '@/lib/rules/texts/sources';
import { harmless } from './harmless';
import { known, type PayerSheet, type PayrollOptions } from './payroll-sheets';
import { isNumeric, parameterName, parameterValue, type StatementWords } from './statement-words';

type Line = readonly (string | number | null)[];

const MONEY = '#,##0.00';

export function writeCover(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  payroll: Payroll,
  sheets: readonly PayerSheet[],
  options: PayrollOptions,
): void {
  const { t } = options.words;
  const cover = book.addWorksheet(t('payroll.cover'));
  cover.columns = [
    { width: 30 },
    { width: 30 },
    { width: 18 },
    { width: 12 },
    { width: 10 },
    { width: 24 },
    { width: 16 },
  ];
  const add = (line: Line, bold = false) => {
    const row = cover.addRow(line.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
    if (bold) row.font = { bold: true };
    return row;
  };
  add([t('payroll.title', { period: options.period })], true).commit();
  for (const line of aboutLines(payroll, options)) add(line).commit();
  add([]).commit();
  add([t('payroll.payers'), t('payroll.rows'), t('payroll.amount')], true).commit();
  const money = (line: Line, bold = false) => {
    const row = add(line, bold);
    row.getCell(3).numFmt = MONEY;
    row.commit();
  };
  for (const { name, rows } of sheets) {
    const people = new Set(rows.flatMap((r) => (r.technician_id === null ? [] : [r.technician_id])));
    money([name, people.size, known(rows).toNumber()]);
  }
  const people = new Set(payroll.rows.flatMap((r) => (r.technician_id === null ? [] : [r.technician_id])));
  money([t('payroll.total'), people.size, known(payroll.rows).toNumber()], true);
  for (const part of payroll.parts) writeParameters(add, part, options.words);
  cover.commit();
}

function aboutLines({ parts }: Payroll, options: PayrollOptions): Line[] {
  const { words, dayOf } = options;
  const { t } = words;
  const unknown = parts.flatMap(({ period, unknown: people }) =>
    people.map((p) => t('payroll.unknownOne', { id: p.technician_id, name: p.name, period })),
  );
  return [
    ...parts.flatMap((part): Line[] => [
      [t('payroll.period'), part.period],
      [t('payroll.state'), stateOf(part, options)],
      [
        t('payroll.steps'),
        part.state.steps
          .map((s) => t('payroll.step', { step: t(`steps.${s.step}`), by: s.by, on: dayOf(s.at) }))
          .join('; ') || t('payroll.none'),
      ],
      [t('payroll.people'), part.people],
    ]),
    [t('payroll.dataVersion'), options.dataVersion],
    [t('payroll.generated'), options.generated],
    [t('payroll.madeBy'), options.by],
    [t('payroll.note'), t('payroll.beforeTax')],
    ...(unknown.length > 0 ? [[t('payroll.unknown'), unknown.join('; ')]] : []),
  ];
}

function stateOf({ state, grain }: PayrollPart, { words: { t }, dayOf }: PayrollOptions): string {
  if (state.closed) return t('payroll.closed', { by: state.closed.by, on: dayOf(state.closed.at) });
  return grain === 'month' ? t('payroll.open') : t('payroll.noClosing');
}

function writeParameters(
  add: (line: Line, bold?: boolean) => { commit(): void },
  { period, parameters }: PayrollPart,
  words: StatementWords,
): void {
  const { t } = words;
  const heads = ['code', 'parameterValue', 'from', 'rule', 'source', 'setBy'] as const;
  add([]).commit();
  add([`${t('payroll.parameters')} ${period}`, ...heads.map((key) => t(`payroll.${key}`))], true).commit();
  for (const p of parameters) {
    const source = [sourceWords(p.source, words.locale), p.assumed ? t('payroll.assumed') : null]
      .filter(Boolean)
      .join(' · ');
    add([parameterName(words, p.name), p.name, cellOf(p, words), p.from, p.rule, source, p.set_by]).commit();
  }
}

/** Numbers as numbers: a share as the share it is. */
function cellOf(p: StatementParameter, words: StatementWords): string | number {
  return isNumeric(p) ? Number(p.value) : parameterValue(words, p);
}
