/** Receiving the bytes of a drop: straight to disk, within a size, under a name that is only a label. */

/** Receiving the bytes of a drop: straight to disk, within a size, under a name that is only a label. */
import fs, { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Drop, dropFile, readDrop, saveDrop } from './drops';

export class UploadError extends Error {
  override readonly name = 'UploadError';
  constructor(
    readonly code: 'too_large' | 'bad_name' | 'too_many' | 'cut_off' | 'not_receiving',
    message: string,
  ) {
    super(message);
  }
}

/** Files of one drop: a folder of monthly exports of ten years is far below it. */
const MAX_FILES = 500;
const MAX_NAME = 200;

/**
 * The label of an uploaded file: the last part of its path, without control signs. It is shown and kept, but
 * never names anything on disk.
 * @throws UploadError where nothing is left of it
 */
export function labelOf(name: string): string {
  const last = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  // Controls and the signs that turn the direction of writing would make a name look like another.
  const clean = last.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').trim();
  if (clean === '' || clean === '.' || clean === '..' || clean.length > MAX_NAME)
    throw new UploadError('bad_name', `"${name.slice(0, 80)}" cannot be the name of a file.`);
  return clean;
}

/** Two files of one name in one drop are told apart: `a.csv`, `a (2).csv`. */
export function freeLabel(label: string, taken: readonly string[]): string {
  const dot = label.lastIndexOf('.');
  const [stem, ext] = dot > 0 ? [label.slice(0, dot), label.slice(dot)] : [label, ''];
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? label : `${stem} (${n})${ext}`;
    if (!taken.includes(candidate)) return candidate;
  }
}

/**
 * Streams one file into a drop.
 * @param declared bytes that the sender announced; null where it did not
 * @throws UploadError; nothing of the file is kept then
 */
export async function receiveFile(
  dataDir: string,
  drop: Drop,
  name: string,
  body: AsyncIterable<Uint8Array> | null,
  limits: { maxBytes: number; declared: number | null },
): Promise<Drop> {
  if (drop.state !== 'receiving')
    throw new UploadError('not_receiving', 'These files are being read already.');
  if (drop.files.length >= MAX_FILES) throw new UploadError('too_many', `More than ${MAX_FILES} files.`);
  const label = labelOf(name);
  if (limits.declared !== null && limits.declared > limits.maxBytes) throw tooLarge(label, limits.maxBytes);
  const file = { number: reserveNumber(dataDir, drop), name: label, bytes: 0 };
  const target = dropFile(dataDir, drop, file);
  try {
    const source = Readable.from(body ?? [], { objectMode: false });
    const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
      for await (const chunk of chunks) {
        file.bytes += chunk.byteLength;
        if (file.bytes > limits.maxBytes) throw tooLarge(label, limits.maxBytes);
        yield chunk;
      }
    };
    await pipeline(source, counted, createWriteStream(target));
  } catch (error) {
    fs.rmSync(target, { force: true });
    if (error instanceof UploadError) throw error;
    throw new UploadError('cut_off', `The connection ended before all of ${label} had come.`);
  }
  if (limits.declared !== null && limits.declared !== file.bytes) {
    fs.rmSync(target, { force: true });
    throw new UploadError('cut_off', `Only ${file.bytes} of ${limits.declared} bytes of ${label} came.`);
  }
  // Another file may have come meanwhile.
  const now = readDrop(dataDir, drop.id);
  if (!now) throw new UploadError('not_receiving', 'These files were discarded.');
  const names = now.files.map((f) => f.name);
  const next = { ...now, files: [...now.files, { ...file, name: freeLabel(label, names) }] };
  saveDrop(dataDir, next);
  return next;
}

/** The next free number, held at once by an empty file, so that files that come side by side do not share one. */
function reserveNumber(dataDir: string, drop: Drop): number {
  for (let n = drop.files.length + 1; ; n++) {
    try {
      fs.writeFileSync(dropFile(dataDir, drop, { number: n, name: 'reserved.taken' }), '', { flag: 'wx' });
      return n;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

const tooLarge = (label: string, max: number) =>
  new UploadError('too_large', `${label} is larger than ${Math.floor(max / 1_000_000)} MB.`);
