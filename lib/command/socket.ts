/** Where a running server listens for the command line of its data folder. */
import { createHash } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';

/** A Unix socket's path may be some hundred bytes long; systems differ, this fits them all. */
const LONGEST = 100;

/** In the data folder; where its path is too long for a socket, under a name made from it in the temporary folder. */
export function socketPath(dir: string): string {
  const full = path.resolve(dir);
  const digest = createHash('sha256').update(full).digest('hex').slice(0, 20);
  if (process.platform === 'win32') return `\\\\.\\pipe\\tierline-${digest}`;
  const beside = path.join(full, 'server.sock');
  return Buffer.byteLength(beside) <= LONGEST ? beside : path.join(os.tmpdir(), `tierline-${digest}.sock`);
}
