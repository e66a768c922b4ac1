/**
 * The encoding of a text file, proven from its bytes: a BOM, else UTF-8 over the whole file, else GB18030 if it
 * decodes and reads like Chinese. Bytes that decode are no proof: Shift-JIS decodes as GB18030 into wrong Hanzi.
 */
import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import * as errors from './errors';
import type { Encoding } from './source';

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
  let carry = Buffer.alloc(0);
  for await (const part of createReadStream(path, { highWaterMark: chunkBytes })) {
    const chunk = carry.length > 0 ? Buffer.concat([carry, part as Buffer]) : (part as Buffer);
    const tail = incompleteTail(chunk);
    if (!isUtf8(chunk.subarray(0, chunk.length - tail))) return false;
    carry = Buffer.from(chunk.subarray(chunk.length - tail));
  }
  return carry.length === 0;
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

/** Pairs of bytes by where they lie in the GBK plane. */
interface Pairs {
  /** Level 1 of GB 2312, the 3,755 common Hanzi: above nine tenths of any Chinese text. */
  common: number;
  /** Of those, the half from M to Z by pinyin; Korean syllables in EUC-KR lie all in the first half. */
  secondHalf: number;
  /** Punctuation, full-width letters, symbols. */
  symbol: number;
  /** Kana, Greek, Cyrillic rows: seldom in Chinese, half of any Japanese text. */
  foreign: number;
  other: number;
}

function countPairs(bytes: Buffer, pairs: Pairs): number {
  let i = 0;
  for (; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1];
    if (trail === undefined) break;
    i++;
    if (trail < 0xa1) {
      pairs.other++;
      // A four-byte character: its second half is two more bytes.
      if (trail <= 0x39) i += 2;
    } else if (lead >= 0xb0 && lead <= 0xd7) {
      pairs.common++;
      if (lead >= 0xc4) pairs.secondHalf++;
    } else if (lead >= 0xa1 && lead <= 0xa3) pairs.symbol++;
    else if (lead >= 0xa4 && lead <= 0xa9) pairs.foreign++;
    else pairs.other++;
  }
  return bytes.length - i;
}

function readsLikeChinese(p: Pairs): boolean {
  const letters = p.common + p.foreign + p.other;
  if (letters === 0) return true;
  if (p.common / letters < 0.7) return false;
  return p.common < 40 || p.secondHalf / p.common > 0.1;
}

async function gb18030OrRefused(path: string, file: string): Promise<Encoding> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const pairs: Pairs = { common: 0, secondHalf: 0, symbol: 0, foreign: 0, other: 0 };
  const sample: Buffer[] = [];
  let sampled = 0;
  let valid = true;
  let carry = Buffer.alloc(0);
  for await (const part of createReadStream(path, { highWaterMark: chunkBytes })) {
    const chunk = part as Buffer;
    if (sampled < chunkBytes) {
      sample.push(chunk);
      sampled += chunk.length;
    }
    if (!valid) continue;
    try {
      decoder.decode(chunk, { stream: true });
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      valid = false;
      continue;
    }
    const joined = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
    const left = countPairs(joined, pairs);
    carry = left > 0 ? Buffer.from(joined.subarray(joined.length - left)) : Buffer.alloc(0);
  }
  if (valid) {
    try {
      decoder.decode();
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      valid = false;
    }
  }
  if (valid && readsLikeChinese(pairs)) return 'gb18030';
  throw errors.wrongEncoding(file, guess(Buffer.concat(sample)));
}

const candidates: readonly { label: string; name: string; proof: RegExp }[] = [
  { label: 'shift_jis', name: 'Shift-JIS', proof: /[\u3040-\u30ff\u4e00-\u9fff]/g },
  { label: 'euc-jp', name: 'EUC-JP', proof: /[\u3040-\u30ff\u4e00-\u9fff]/g },
  { label: 'euc-kr', name: 'EUC-KR', proof: /[\uac00-\ud7a3]/g },
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
