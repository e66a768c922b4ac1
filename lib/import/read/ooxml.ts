/** The parts of a workbook that say where its sheets are and how their cells are meant. */
import { SaxesParser } from 'saxes';
import * as errors from './errors';
import { type NumberStyle, numberStyle } from './serial';
import type { Archive } from './zip';

export interface XmlHandlers {
  open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** A strict parser; names come without their prefix, so that strict and prefixed workbooks read alike. */
export function xmlParser(handlers: XmlHandlers): { write(text: string): void; close(): void } {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const local = (name: string) => {
    const colon = name.indexOf(':');
    return colon < 0 ? name : name.slice(colon + 1);
  };
  parser.on('error', (e) => {
    throw e;
  });
  const { open, text, close } = handlers;
  if (open) parser.on('opentag', (tag) => open(local(tag.name), tag.attributes));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(local(tag.name)));
  return {
    write: (s) => {
      parser.write(s);
    },
    close: () => {
      parser.close();
    },
  };
}

async function parsePart(archive: Archive, name: string, file: string, handlers: XmlHandlers): Promise<void> {
  const text = await archive.text(name);
  try {
    const parser = xmlParser(handlers);
    parser.write(text);
    parser.close();
  } catch (cause) {
    throw errors.brokenXlsx(file, cause);
  }
}

/** `_x000D_` is a carriage return, `_x005F_` an underscore. */
export function decodeEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

function resolve(base: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const p of target.split('/')) {
    if (p === '..') parts.pop();
    else if (p !== '.') parts.push(p);
  }
  return parts.join('/');
}

interface Relationship {
  id: string;
  /** The last word of its type: `worksheet`, `styles`; the same in strict and transitional workbooks. */
  type: string;
  target: string;
}

async function relationships(archive: Archive, part: string, file: string): Promise<Relationship[]> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  const found: Relationship[] = [];
  if (!archive.has(name)) return found;
  await parsePart(archive, name, file, {
    open(tag, a) {
      if (tag !== 'Relationship' || a.TargetMode === 'External') return;
      found.push({
        id: a.Id ?? '',
        type: (a.Type ?? '').split('/').pop() ?? '',
        target: resolve(part, a.Target ?? ''),
      });
    },
  });
  return found;
}

export interface SheetInfo {
  name: string;
  part: string;
  hidden: boolean;
}

export interface WorkbookInfo {
  epoch1904: boolean;
  sheets: SheetInfo[];
  strings: string[];
  styles: NumberStyle[];
}

/** Reads everything but the sheets themselves. */
export async function workbookInfo(archive: Archive, file: string): Promise<WorkbookInfo> {
  const root = (await relationships(archive, '', file)).find((r) => r.type === 'officeDocument');
  const part = root?.target ?? 'xl/workbook.xml';
  const rels = await relationships(archive, part, file);
  let epoch1904 = false;
  const sheets: SheetInfo[] = [];
  await parsePart(archive, part, file, {
    open(tag, a) {
      // An extension has a workbookPr of its own without the attribute.
      if (tag === 'workbookPr' && a.date1904 !== undefined) epoch1904 = /^(1|true)$/.test(a.date1904);
      if (tag !== 'sheet') return;
      const id = a['r:id'] ?? Object.entries(a).find(([k]) => k.endsWith(':id'))?.[1];
      const rel = rels.find((r) => r.id === id);
      // A chart sheet is a sheet too, but no table.
      if (rel?.type === 'worksheet') {
        sheets.push({ name: a.name ?? '', part: rel.target, hidden: (a.state ?? 'visible') !== 'visible' });
      }
    },
  });
  const strings = rels.find((r) => r.type === 'sharedStrings')?.target;
  const styles = rels.find((r) => r.type === 'styles')?.target;
  return {
    epoch1904,
    sheets,
    strings: strings !== undefined && archive.has(strings) ? await sharedStrings(archive, strings, file) : [],
    styles: styles !== undefined && archive.has(styles) ? await cellStyles(archive, styles, file) : [],
  };
}

async function sharedStrings(archive: Archive, part: string, file: string): Promise<string[]> {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  const parser = xmlParser({
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 'rPh') phonetic++;
      else if (tag === 't') inText = phonetic === 0;
    },
    text(s) {
      if (inText) text += s;
    },
    close(tag) {
      if (tag === 't') inText = false;
      else if (tag === 'rPh') phonetic--;
      else if (tag === 'si') strings.push(decodeEscapes(text));
    },
  });
  await streamXml(archive, part, file, parser);
  return strings;
}

/** Feeds a whole part to a parser, chunk by chunk. */
export async function streamXml(
  archive: Archive,
  part: string,
  file: string,
  parser: { write(text: string): void; close(): void },
): Promise<void> {
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of await archive.stream(part))
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (cause) {
    throw cause instanceof Error && cause.name === 'SourceError' ? cause : errors.brokenXlsx(file, cause);
  }
}

async function cellStyles(archive: Archive, part: string, file: string): Promise<NumberStyle[]> {
  const formats = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await parsePart(archive, part, file, {
    open(tag, a) {
      if (tag === 'numFmt') formats.set(Number(a.numFmtId), a.formatCode ?? '');
      else if (tag === 'cellXfs') inCells = true;
      else if (tag === 'xf' && inCells) ids.push(Number(a.numFmtId ?? 0));
    },
    close(tag) {
      if (tag === 'cellXfs') inCells = false;
    },
  });
  return ids.map((id) => numberStyle(id, formats.get(id)));
}
