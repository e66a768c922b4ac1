/**
 * The encoding of a text file, proven from its bytes: a BOM, else UTF-8 over the whole file, else GB18030 if it
 * decodes and reads like Chinese. Bytes that decode are no proof: Shift-JIS decodes as GB18030 into wrong Hanzi.
 */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { chunksOf } from './chunks';
import * as errors from './errors';
import type { Encoding, SourceError } from './source';

const chunkBytes = 1 << 20;

/** Bytes of the BOM that precede the text. */
export function bomLength(encoding: Encoding): number {
  return encoding === 'utf-8-bom' ? 3 : encoding.startsWith('utf-16') ? 2 : 0;
}

/** The label that `TextDecoder` knows. */
export function decoderLabel(encoding: Encoding): string {
  return encoding === 'utf-8-bom' ? 'utf-8' : encoding;
}

/**
 * Reads the whole file once (UTF-8) or twice (the others).
 * @throws SourceError `encoding` when it is none of ours
 */
export async function detectEncoding(path: string, file: string, head: Buffer): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return decodes(path, file, 'utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return decodes(path, file, 'utf-16be');
  if (head.includes(0)) throw errors.wrongEncoding(file, looksUtf16(head) ? 'UTF-16 (no BOM)' : 'binary');
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (await isUtf8File(path)) return bom ? 'utf-8-bom' : 'utf-8';
  return gb18030OrRefused(path, file);
}

function looksUtf16(head: Buffer): boolean {
  let zeros = 0;
  for (const b of head) if (b === 0) zeros++;
  return zeros > head.length / 5;
}

/** Length of the incomplete character at the end of a chunk. */
function incompleteTail(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back++) {
    const b = chunk[chunk.length - back] ?? 0;
    if (b < 0x80) return 0;
    if (b >= 0xc0) return back < (b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

async function isUtf8File(path: string): Promise<boolean> {
  for await (const chunk of chunksOf(path)) {
    if (chunk.last) return chunk.bytes.length === 0;
    const tail = incompleteTail(chunk.bytes);
    if (!isUtf8(chunk.bytes.subarray(0, chunk.bytes.length - tail))) return false;
    chunk.keep = tail;
  }
  return true;
}

async function decodes(path: string, file: string, encoding: 'utf-16le' | 'utf-16be'): Promise<Encoding> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const part of createReadStream(path, { highWaterMark: chunkBytes })) {
      decoder.decode(part as Buffer, { stream: true });
    }
    decoder.decode();
  } catch (cause) {
    if (cause instanceof TypeError) throw errors.wrongEncoding(file, 'damaged UTF-16');
    throw cause;
  }
  return encoding;
}

/** Letters of a decoded text, as far as they tell Chinese from bytes of another encoding. */
interface Letters {
  ranks: ReadonlyMap<string, number>;
  /** Common Hanzi, simplified or traditional: above nine tenths of any Chinese text. */
  common: number;
  /** Of those, the half from M to Z by pinyin; Korean syllables misread as Chinese lie all in the first half. */
  secondHalf: number;
  /** Rare Hanzi, kana, Greek, Cyrillic, private characters. */
  other: number;
}

let commonHanzi: ReadonlyMap<string, number> | undefined;

/**
 * The 3,755 Hanzi of GB 2312's first level in pinyin order, and their traditional forms. The dictionaries are
 * loaded only for a file that is not UTF-8.
 */
async function hanziRanks(): Promise<ReadonlyMap<string, number>> {
  if (commonHanzi) return commonHanzi;
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead++) {
    for (let trail = 0xa1; trail <= (lead === 0xd7 ? 0xf9 : 0xfe); trail++) bytes.push(lead, trail);
  }
  const simplified = new TextDecoder('gb18030', { fatal: true }).decode(new Uint8Array(bytes));
  const { Converter } = await import('opencc-js');
  const toTraditional = Converter({ from: 'cn', to: 't' });
  const ranks = new Map<string, number>();
  [...simplified].forEach((c, i) => {
    ranks.set(c, i);
    const form = toTraditional(c);
    if (!ranks.has(form)) ranks.set(form, i);
  });
  commonHanzi = ranks;
  return ranks;
}

function countLetters(text: string, letters: Letters): void {
  for (const c of text) {
    if (c < '\u0370') continue;
    const rank = letters.ranks.get(c);
    if (rank !== undefined) {
      letters.common++;
      if (rank > 1_880) letters.secondHalf++;
    } else if (/[\p{L}\p{Co}\p{Cn}]/u.test(c) && !/[\uff00-\uffef]/.test(c)) letters.other++;
  }
}

function readsLikeChinese(l: Letters): boolean {
  const letters = l.common + l.other;
  if (letters === 0) return true;
  if (l.common / letters < (letters < 10 ? 0.6 : 0.75)) return false;
  return l.common < 40 || l.secondHalf / l.common > 0.1;
}

async function gb18030OrRefused(path: string, file: string): Promise<Encoding> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const ranks = await hanziRanks();
  const letters: Letters = { ranks, common: 0, secondHalf: 0, other: 0 };
  const sample: Buffer[] = [];
  let sampled = 0;
  let valid = true;
  for await (const part of createReadStream(path, { highWaterMark: chunkBytes })) {
    const chunk = part as Buffer;
    const judged = sampled < chunkBytes;
    if (judged) sample.push(chunk);
    sampled += chunk.length;
    if (!valid) continue;
    try {
      const text = decoder.decode(chunk, { stream: true });
      if (judged) countLetters(text, letters);
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      valid = false;
    }
  }
  if (valid) {
    try {
      decoder.decode();
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      valid = false;
    }
  }
  if (valid && readsLikeChinese(letters)) return 'gb18030';
  const bytes = Buffer.concat(sample);
  throw damaged(bytes, file, ranks) ?? errors.wrongEncoding(file, guess(bytes));
}

/** One of ours, but for a few broken bytes: then it is the file that is damaged, not its encoding wrong. */
function damaged(bytes: Buffer, file: string, ranks: Letters['ranks']): SourceError | null {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    // A sample ends anywhere, so what its last character lacks is no damage.
    const text = new TextDecoder(encoding).decode(bytes, { stream: true });
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const letters: Letters = { ranks, common: 0, secondHalf: 0, other: 0 };
    countLetters(text.replaceAll('\ufffd', ''), letters);
    const read = encoding === 'utf-8' ? letters.common + letters.other : letters.common;
    const tells = encoding === 'utf-8' || readsLikeChinese(letters);
    if (read < 20 || broken > read / 20 || !tells) continue;
    // Without a broken character in the sample the damage lies further down.
    const line = broken === 0 ? null : text.slice(0, text.indexOf('\ufffd')).split('\n').length;
    return errors.damagedText(file, encoding === 'utf-8' ? 'UTF-8' : 'GB18030', line);
  }
  return null;
}

const candidates: readonly { label: string; name: string; proof: RegExp }[] = [
  { label: 'shift_jis', name: 'Shift-JIS', proof: /[\u3040-\u30ff\u4e00-\u9fff]/g },
  { label: 'euc-kr', name: 'EUC-KR', proof: /[\uac00-\ud7a3]/g },
  { label: 'euc-jp', name: 'EUC-JP', proof: /[\u3040-\u30ff\u4e00-\u9fff]/g },
  { label: 'big5', name: 'Big5', proof: /[\u4e00-\u9fff]/g },
];

/** What it looks like, for the sentence only: the encoding whose letters explain the most of the bytes. */
function guess(bytes: Buffer): string {
  let high = 0;
  for (const b of bytes) if (b >= 0x80) high++;
  let best = { name: 'Latin-1 / Windows-1252', share: 0.6 };
  for (const c of candidates) {
    const text = new TextDecoder(c.label).decode(bytes);
    const letters = text.match(c.proof)?.length ?? 0;
    const broken = text.match(/\ufffd/g)?.length ?? 0;
    const share = broken > letters / 20 ? 0 : (letters * 2) / Math.max(1, high);
    if (share > best.share) best = { name: c.name, share };
  }
  return best.name;
}
