/**
 * Rows as files: CSV in the encodings and separators in use, and XLSX with a title row. The columns and
 * Chinese headers are those of the kind's declaration, so a file cannot drift from the contract.
 */
import ExcelJS from 'exceljs';
import type { Column } from '@/lib/import/kind';
import { kindOf } from '@/lib/import/kinds';
import { encodeGb18030 } from './gb18030';
import type { Row } from './row';
import { withFixedTimes } from './zip';

export interface Layout {
  file: string;
  kind: string;
  headers: 'canonical' | 'zh';
  form:
    | { is: 'csv'; encoding: 'utf-8' | 'utf-8-bom' | 'gb18030'; separator: ',' | ';' | '\t' }
    | { is: 'xlsx'; title: string; totals?: readonly string[] };
  dates?: 'iso' | 'slash' | 'zh';
  /** Columns shown in 万元, with the unit in the header. */
  tenThousands?: readonly string[];
  /** Columns shown with thousands separators. */
  thousands?: readonly string[];
  rows: readonly Row[];
}

export async function write(layout: Layout): Promise<Buffer> {
  const { columns, cells } = shape(layout);
  const header = columns.map((c) => heading(layout, c));
  if (layout.form.is === 'xlsx') return workbook(layout, layout.form, header, columns, cells);
  const { encoding, separator } = layout.form;
  const text = [header, ...cells]
    .map((line) => `${line.map((v) => quote(v, separator)).join(separator)}\r\n`)
    .join('');
  if (encoding === 'gb18030') return encodeGb18030(text);
  return Buffer.from(encoding === 'utf-8-bom' ? `\ufeff${text}` : text, 'utf8');
}

/** Only the columns that some row fills; a column or code that the kind does not have is a mistake of the generator. */
function shape(layout: Layout): { columns: Column[]; cells: string[][] } {
  const kind = kindOf(layout.kind);
  const used = new Set(layout.rows.flatMap((row) => Object.keys(row).filter((k) => row[k] !== undefined)));
  const columns = kind.columns.filter((c) => used.delete(c.name) || c.required);
  if (used.size > 0) throw new Error(`${layout.kind} has no column ${[...used].join(', ')}.`);
  return { columns, cells: layout.rows.map((row) => columns.map((c) => cell(layout, c, row[c.name]))) };
}

function heading(layout: Layout, column: Column): string {
  if (layout.headers === 'canonical') return column.name;
  if (layout.tenThousands?.includes(column.name)) return `${column.zh}(万元)`;
  return column.zh;
}

function cell(layout: Layout, column: Column, value: string | undefined): string {
  if (value === undefined) {
    if (column.required) throw new Error(`${layout.kind}.${column.name} is required.`);
    return '';
  }
  const zh = layout.headers === 'zh';
  switch (column.type.is) {
    case 'code': {
      const code = column.type.codes.find((c) => c.code === value);
      if (!code) throw new Error(`${layout.kind}.${column.name} has no code ${value}.`);
      return zh ? code.zh : code.code;
    }
    case 'boolean':
      return zh ? ({ yes: '是', no: '否' }[value] ?? value) : value;
    case 'date':
      return day(value, layout.dates ?? 'iso');
    case 'decimal':
      return amount(layout, column.name, value);
    default:
      return value;
  }
}

function day(iso: string, style: 'iso' | 'slash' | 'zh'): string {
  const [y, m, d] = iso.split('-').map(Number);
  return style === 'iso' ? iso : style === 'slash' ? `${y}/${m}/${d}` : `${y}年${m}月${d}日`;
}

function amount(layout: Layout, column: string, value: string): string {
  if (layout.tenThousands?.includes(column)) {
    const [whole = '0', fraction = ''] = value.split('.');
    if (Number(fraction) !== 0 || !whole.endsWith('00')) throw new Error(`${value} is not exact in 万元.`);
    const digits = whole.padStart(5, '0');
    return `${digits.slice(0, -4)}.${digits.slice(-4, -2)}`;
  }
  return layout.thousands?.includes(column) ? value.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',') : value;
}

function quote(value: string, separator: string): string {
  return value.includes(separator) || /["\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

async function workbook(
  layout: Layout,
  form: { title: string; totals?: readonly string[] },
  header: readonly string[],
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(kindOf(layout.kind).zh);
  // The file must come out the same on every day.
  book.created = book.modified = new Date('2026-11-20T00:00:00Z');
  sheet.addRow([form.title]);
  sheet.mergeCells(1, 1, 1, Math.max(2, columns.length));
  sheet.getCell('A1').font = { bold: true, size: 14 };
  sheet.addRow([...header]).font = { bold: true };
  for (const line of cells) sheet.addRow(line.map((v, i) => typed(columns[i], v)));
  if (form.totals) {
    const sum = columns.map((c, i) =>
      form.totals?.includes(c.name)
        ? cells.reduce((s, line) => s + Math.round(Number(line[i]) * 100), 0) / 100
        : null,
    );
    sheet.addRow(['合计', ...sum.slice(1)]);
  }
  columns.forEach((c, i) => {
    sheet.getColumn(i + 1).width = 14;
    if (c.type.is === 'date') sheet.getColumn(i + 1).numFmt = 'yyyy-mm-dd';
  });
  return withFixedTimes(Buffer.from(await book.xlsx.writeBuffer()));
}

function typed(column: Column | undefined, value: string): string | number | Date | null {
  if (value === '') return null;
  if (column?.type.is === 'date') return new Date(`${value}T00:00:00Z`);
  if (column?.type.is === 'decimal' || column?.type.is === 'integer') return Number(value);
  return value;
}
