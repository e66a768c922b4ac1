/** Files that a test writes for itself, in a folder that goes away with the process. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
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

/** A zip archive of these parts, deflated. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, title]));
    chunks.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...chunks, central, Buffer.from('PK\u0005\u0006'), end]);
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const b of bytes) crc = (crcTable[(crc ^ b) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

/** The fewest parts of a workbook with one sheet, whose `sheetData` is given. */
export function bareWorkbook(sheetData: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (...targets: [string, string][]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(
        ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
      )
      .join('')}</Relationships>`;
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': rels(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...more,
  });
}
