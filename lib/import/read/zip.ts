/** The parts of a zip archive, read from the disk one at a time, within limits. */
import type { Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import * as errors from './errors';

/**
 * Bytes of all parts together, unpacked; of one part that is kept in memory; and how far one part may be packed
 * beyond `ratioFrom` bytes.
 */
const limits = {
  total: 4 * 2 ** 30,
  kept: 512 * 2 ** 20,
  ratio: 400,
  ratioFrom: 32 * 2 ** 20,
  entries: 20_000,
};

export interface Archive {
  has(name: string): boolean;
  /** The whole part as text. */
  text(name: string): Promise<string>;
  stream(name: string): Promise<Readable>;
  close(): void;
}

/**
 * Opens an archive and reads its directory. The sizes it claims are checked here against bombs, and against
 * the truth while a part is read.
 * @throws SourceError `broken_xlsx`, `zip_bomb`, `encrypted`
 */
export async function openArchive(path: string, file: string): Promise<Archive> {
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch (cause) {
    throw errors.brokenXlsx(file, cause);
  }
  const entries = new Map<string, Entry>();
  try {
    await readDirectory(zip, entries, file);
  } catch (cause) {
    zip.close();
    throw cause;
  }
  const stream = async (name: string): Promise<Readable> => {
    const entry = entries.get(name.toLowerCase());
    if (!entry) throw errors.brokenXlsx(file, new Error(`The part ${name} is missing.`));
    try {
      return await zip.openReadStreamPromise(entry);
    } catch (cause) {
      throw errors.brokenXlsx(file, cause);
    }
  };
  return {
    has: (name) => entries.has(name.toLowerCase()),
    stream,
    async text(name) {
      const parts: Buffer[] = [];
      try {
        for await (const part of await stream(name)) parts.push(part as Buffer);
      } catch (cause) {
        throw errors.brokenXlsx(file, cause);
      }
      return decodeXml(Buffer.concat(parts));
    },
    close: () => zip.close(),
  };
}

async function readDirectory(zip: ZipFile, entries: Map<string, Entry>, file: string): Promise<void> {
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      total += entry.uncompressedSize;
      const packed = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (total > limits.total || entries.size >= limits.entries) throw errors.zipBomb(file);
      if (entry.uncompressedSize > limits.ratioFrom && packed > limits.ratio) throw errors.zipBomb(file);
      if (entry.isEncrypted()) throw errors.encrypted(file);
      const name = entry.fileName.toLowerCase();
      if (entry.uncompressedSize > limits.kept && !/\/worksheets\//.test(name)) throw errors.zipBomb(file);
      entries.set(name, entry);
    }
  } catch (cause) {
    throw cause instanceof Error && cause.name === 'SourceError' ? cause : errors.brokenXlsx(file, cause);
  }
}

function decodeXml(bytes: Buffer): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : null;
  return new TextDecoder(utf16 ?? 'utf-8').decode(bytes);
}
