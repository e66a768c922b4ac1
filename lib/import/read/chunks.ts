/** A file's bytes in one buffer that is filled again and again: a stream makes a new one for each chunk. */
import { open } from 'node:fs/promises';

const chunkBytes = 1 << 20;

export interface Chunk {
  /** Gone when the next chunk is asked for. */
  bytes: Buffer;
  /** How many bytes at the end the next chunk begins with; who reads says so, 0 until then. */
  keep: number;
  /** Nothing but what was kept is left. */
  last: boolean;
}

/** @param start the first byte to read */
export async function* chunksOf(path: string, start = 0): AsyncGenerator<Chunk> {
  const handle = await open(path, 'r');
  try {
    let buffer = Buffer.allocUnsafe(2 * chunkBytes);
    let position = start;
    let kept = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, kept, chunkBytes, position);
      position += bytesRead;
      const chunk: Chunk = { bytes: buffer.subarray(0, kept + bytesRead), keep: 0, last: bytesRead === 0 };
      yield chunk;
      if (chunk.last) return;
      kept = chunk.keep;
      const next = kept + chunkBytes > buffer.length ? Buffer.allocUnsafe(2 * (kept + chunkBytes)) : buffer;
      chunk.bytes.copy(next, 0, chunk.bytes.length - kept);
      buffer = next;
    }
  } finally {
    await handle.close();
  }
}
