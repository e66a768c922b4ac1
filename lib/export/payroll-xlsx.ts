/** A payroll as a workbook: a cover that says what it rests on, then a sheet for each payer, with real numbers. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import type { Payroll, PayrollRow } from '@/lib/reports/bonus_payroll';
import { harmless } from './harmless';
import { writeCover } from './payroll-cover';
import { known, type PayerSheet, type PayrollOptions, payerSheets } from './payroll-sheets';
import type { StatementWords } from './statement-words';

const MONEY = '#,##0.00';

export async function payrollXlsx(payroll: Payroll, options: PayrollOptions): Promise<Uint8Array> {
  const stream = new PassThrough();
  const whole = buffer(stream);
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  book.creator = options.by;
  const sheets = payerSheets(payroll, options.words);
  writeCover(book, payroll, sheets, options);
  for (const sheet of sheets) writePayer(book, sheet, options.words);
  await book.commit();
  return whole;
}

const keyOf = (row: PayrollRow) => JSON.stringify([row.part, row.period, row.regulation]);

function headOf(row: PayrollRow, words: StatementWords): string {
  const { t } = words;
  if (row.regulation !== null) return t('payroll.item', { regulation: row.regulation, period: row.period });
  return t('payroll.part', { part: partName(row, words), period: row.period });
}

/** Rewards less fines of a month, the award of a quarter (B-05), the reward of a half-year (B-08). */
function partName({ part, period }: PayrollRow, { t, codes }: StatementWords): string {
  if (part !== 'awards' || /^\d{4}-/.test(period)) return t(`parts.${part}`);
  return codes(`bonus_figure.${period.includes('Q') ? 'award' : 'reward'}`);
}

/** A row a person, a column for each thing that is paid, the sum of each at the end and at the foot. */
function writePayer(
  book: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, rows }: PayerSheet,
  words: StatementWords,
) {
  const { t, codes } = words;
  const kinds = new Map(rows.map((row) => [keyOf(row), headOf(row, words)]));
  const columns = [...kinds.keys()];
  const about = ['technician_id', 'name', 'role', 'department', 'region'] as const;
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1, xSplit: 2 }] });
  sheet.columns = [
    ...about.map((key) => ({ header: t(`payroll.head.${key}`), key, width: key === 'name' ? 20 : 12 })),
    ...columns.map((key) => ({
      header: harmless(kinds.get(key) ?? ''),
      key,
      width: 20,
      style: { numFmt: MONEY },
    })),
    { header: t('payroll.total'), key: 'total', width: 16, style: { numFmt: MONEY, font: { bold: true } } },
  ];
  sheet.getRow(1).font = { bold: true };
  const text = (value: string | null) => (value === null ? null : harmless(value));
  for (const own of personsOf(rows)) {
    const [person] = own;
    if (!person) continue;
    const team =
      person.department === null
        ? t('payroll.teamNowhere')
        : t('payroll.team', { department: person.department });
    sheet
      .addRow({
        technician_id: text(person.technician_id),
        name: person.technician_id === null ? harmless(team) : text(person.name),
        role: person.role === null ? null : codes(`role.${person.role}`),
        department: text(person.department),
        region: text(person.region),
        ...sums(own, columns),
      })
      .commit();
  }
  const foot = sheet.addRow({ technician_id: t('payroll.total'), ...sums(rows, columns) });
  foot.font = { bold: true };
  foot.commit();
  sheet.commit();
}

function personsOf(rows: readonly PayrollRow[]): PayrollRow[][] {
  const persons = new Map<string, PayrollRow[]>();
  for (const row of rows) {
    const key = row.technician_id === null ? `team:${row.department ?? ''}` : `person:${row.technician_id}`;
    const known = persons.get(key);
    if (known) known.push(row);
    else persons.set(key, [row]);
  }
  return [...persons.values()];
}

/** Sums become numbers here and nowhere else: a spreadsheet has no other kind. */
function sums(rows: readonly PayrollRow[], columns: readonly string[]): Record<string, number | null> {
  const cells = columns.map((key) => {
    const own = rows.filter((row) => keyOf(row) === key && row.amount !== null);
    return [key, own.length === 0 ? null : known(own).toNumber()] as const;
  });
  return { ...Object.fromEntries(cells), total: known(rows).toNumber() };
}
