/** Reads the text of a PDF back, and the fonts in it: as much of the format as the product writes. */
import { inflateSync } from 'node:zlib';
import { glyphSizes } from './cff';

interface PdfObject {
  dict: string;
  stream: Buffer | null;
}

function objectsOf(pdf: Uint8Array): Map<number, PdfObject> {
  const bytes = Buffer.from(pdf);
  const text = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) {
    const start = (found.index ?? 0) + found[0].length;
    const end = text.indexOf('\nendobj', start);
    const body = text.slice(start, end);
    const at = body.indexOf('stream\n');
    const dict = at < 0 ? body : body.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(dict)?.[1] ?? 0);
    const raw = at < 0 ? null : bytes.subarray(start + at + 7, start + at + 7 + length);
    objects.set(Number(found[1]), {
      dict,
      stream: raw && dict.includes('/FlateDecode') ? inflateSync(raw) : raw,
    });
  }
  return objects;
}

const reference = (dict: string, name: string) =>
  Number(new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(dict)?.[1] ?? -1);
const hex = (text: string) => Buffer.from(text, 'hex');

/** Glyph → text, out of a ToUnicode map: ranges given as lists, as pdfkit writes them. */
function unicodeOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from, list] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    [...(list ?? '').matchAll(/<([0-9a-f ]+)>/gi)].forEach(([, code], i) => {
      letters.set(
        Number.parseInt(from ?? '0', 16) + i,
        hex((code ?? '').replaceAll(' ', ''))
          .swap16()
          .toString('utf16le'),
      );
    });
  }
  return letters;
}

export interface PdfFont {
  name: string;
  letters: Map<number, string>;
  /** Bytes that draw each glyph in the embedded font; null where none is embedded. */
  drawn: number[] | null;
}

export interface ReadPdf {
  /** The text of each page, one line for each piece that was written. */
  pages: string[];
  fonts: PdfFont[];
}

export function readPdf(pdf: Uint8Array): ReadPdf {
  const objects = objectsOf(pdf);
  const of = (id: number): PdfObject => objects.get(id) ?? { dict: '', stream: null };
  const fonts = new Map<number, PdfFont>();
  for (const [id, { dict }] of objects) {
    if (!dict.includes('/Type0')) continue;
    const descendant = of(reference(dict, 'DescendantFonts'));
    const descriptor = of(reference(descendant.dict, 'FontDescriptor'));
    const file = of(reference(descriptor.dict, 'FontFile3')).stream;
    fonts.set(id, {
      name: /\/BaseFont \/(\S+)/.exec(dict)?.[1] ?? '',
      letters: unicodeOf(of(reference(dict, 'ToUnicode')).stream?.toString('latin1') ?? ''),
      drawn: file ? glyphSizes(file) : null,
    });
  }
  const pages = [...objects.values()]
    .filter(({ dict }) => /\/Type \/Page\b(?!s)/.test(dict))
    .map(({ dict }) => textOf(of(reference(dict, 'Contents')), resourcesOf(dict, of), fonts));
  return { pages, fonts: [...fonts.values()] };
}

function resourcesOf(page: string, of: (id: number) => PdfObject): Map<string, number> {
  const { dict } = of(reference(page, 'Resources'));
  const list = /\/Font <<([\s\S]*?)>>/.exec(dict)?.[1] ?? '';
  return new Map([...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name, id]) => [name ?? '', Number(id)]));
}

function textOf(
  { stream }: PdfObject,
  names: ReadonlyMap<string, number>,
  fonts: ReadonlyMap<number, PdfFont>,
): string {
  const lines: string[] = [];
  let font: PdfFont | undefined;
  for (const [, name, shown] of (stream?.toString('latin1') ?? '').matchAll(
    /\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g,
  )) {
    if (name) font = fonts.get(names.get(name) ?? -1);
    else {
      const glyphs = [...(shown ?? '').matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, code]) =>
        pairs(hex(code ?? '')),
      );
      lines.push(glyphs.map((g) => font?.letters.get(g) ?? '�').join(''));
    }
  }
  return lines.join('\n');
}

const pairs = (bytes: Buffer): number[] =>
  Array.from({ length: bytes.length / 2 }, (_, i) => bytes.readUInt16BE(2 * i));
