/** The server's ear for the command line: a socket in the data folder, open to the same user only. */
import fs from 'node:fs';
import net from 'node:net';
import { createInterface } from 'node:readline';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { perform } from './perform';
import { type Answer, type Request, told } from './protocol';
import { socketPath } from './socket';

/**
 * Listens for commands on the warehouse that this process holds. A socket left by a server that was killed is
 * taken over: whoever holds the warehouse file is the server.
 */
export async function serveCommands(db: Warehouse): Promise<{ close(): Promise<void> }> {
  const address = socketPath(db.dir);
  if (process.platform !== 'win32') fs.rmSync(address, { force: true });
  const server = net.createServer((socket) => {
    // Who asked may have gone; the work goes on, its answer is for nobody.
    socket.on('error', () => socket.destroy());
    const lines = createInterface({ input: socket });
    lines.once('line', (line) => {
      void answer(db, line, (a) => {
        if (!socket.destroyed) socket.write(`${JSON.stringify(a)}\n`);
      }).finally(() => socket.end());
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, resolve);
  });
  if (process.platform !== 'win32') fs.chmodSync(address, 0o600);
  // The socket alone keeps no process alive.
  server.unref();
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function answer(db: Warehouse, line: string, say: (a: Answer) => void): Promise<void> {
  try {
    const request = JSON.parse(line) as Request;
    const result = await perform(db, request, (progress) => say({ progress }));
    say({ result });
  } catch (error) {
    const e = error instanceof Error ? error : new Error(String(error));
    if (!told.has(e.name)) console.error('a command failed:', e);
    say({ error: { name: e.name, message: e.message } });
  }
}
