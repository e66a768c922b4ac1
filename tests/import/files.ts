/** Files that a test writes for itself, in a folder that goes away with the process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { openSource, readRows, type SourceFile, type SourceRow } from '@/lib/import/read';

const folder = mkdtempSync(path.join(tmpdir(), 'tierline-read-'));
let count = 0;

export function write(content: string | Uint8Array, name = 'file.csv'): string {
  const file = path.join(folder, `${++count}-${name}`);
  writeFileSync(file, content);
  return file;
}

export const opened = (file: string) => openSource(file, { maxBytes: 1e9 });

export async function open(content: string | Uint8Array, name = 'file.csv'): Promise<SourceFile> {
  return opened(write(content, name));
}

/** All rows of one sheet. */
export async function rows(source: SourceFile, sheet = 0): Promise<SourceRow[]> {
  const s = source.sheets[sheet];
  if (!s) throw new Error(`There is no sheet ${sheet}.`);
  const all: SourceRow[] = [];
  for await (const row of readRows(source, s)) all.push(row);
  return all;
}

export async function cells(source: SourceFile, sheet = 0): Promise<(string | null)[][]> {
  return (await rows(source, sheet)).map((r) => r.cells);
}

/** The workbook that `fill` makes, on the disk. */
export async function workbook(fill: (book: ExcelJS.Workbook) => void): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return write(new Uint8Array(await book.xlsx.writeBuffer()), 'book.xlsx');
}

/** Text in GB 18030, which Node decodes but does not encode: the two-byte area, taken from the decoder. */
export function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const c of text) {
    if (c < '\u0080') bytes.push(c.charCodeAt(0));
    else bytes.push(...(pairs().get(c) ?? []));
  }
  return new Uint8Array(bytes);
}

let table: Map<string, [number, number]> | undefined;

function pairs(): Map<string, [number, number]> {
  if (table) return table;
  table = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let a = 0x81; a <= 0xfe; a++) {
    for (let b = 0x40; b <= 0xfe; b++) {
      if (b === 0x7f) continue;
      table.set(decoder.decode(new Uint8Array([a, b])), [a, b]);
    }
  }
  return table;
}
