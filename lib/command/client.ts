/** The command line's way to the data: through the server that runs, else by opening the warehouse itself. */
import net from 'node:net';
import { createInterface } from 'node:readline';
import { WarehouseBusyError } from '@/lib/warehouse/errors';
import { openWarehouse } from '@/lib/warehouse/warehouse';
import { perform } from './perform';
import { type Answer, CommandError, type Progress, type Request, type Results, told } from './protocol';
import { socketPath } from './socket';

/** A server that is just starting holds the file before it listens; so long is it waited for. */
const WAIT_MS = 30_000;
const AGAIN_MS = 250;

interface Options {
  onProgress?: (p: Progress) => void;
  /** Told once, when the warehouse is held by a process that does not listen yet. */
  onWait?: () => void;
  waitMs?: number;
}

/**
 * Performs a request on the data of a folder, whether its server runs or not.
 * @throws CommandError with a sentence for the person at the command line
 */
export async function command<R extends Request>(
  dir: string,
  request: R,
  o: Options = {},
): Promise<Results[R['op']]> {
  const onProgress = o.onProgress ?? (() => {});
  const until = performance.now() + (o.waitMs ?? WAIT_MS);
  let waiting = false;
  for (;;) {
    const served = await askServer(dir, request, onProgress);
    if (served !== null) return served as Results[R['op']];
    try {
      const db = await openWarehouse(dir);
      try {
        return await perform(db, request, onProgress);
      } finally {
        await db.settled();
        db.close();
      }
    } catch (error) {
      if (!(error instanceof WarehouseBusyError)) throw error;
      if (performance.now() > until) throw error;
      if (!waiting) o.onWait?.();
      waiting = true;
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

/** Whether a server runs on the data of a folder. */
export async function serverListens(dir: string): Promise<boolean> {
  const socket = net.createConnection(socketPath(dir));
  const connected = await isConnected(socket);
  socket.destroy();
  return connected;
}

const isConnected = (socket: net.Socket): Promise<boolean> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });

/** Null when no server listens. */
async function askServer(
  dir: string,
  request: Request,
  onProgress: (p: Progress) => void,
): Promise<Results[keyof Results] | null> {
  const socket = net.createConnection(socketPath(dir));
  if (!(await isConnected(socket))) return null;
  socket.write(`${JSON.stringify(request)}\n`);
  let broken: Error | null = null;
  socket.on('error', (error) => {
    broken = error;
  });
  for await (const line of createInterface({ input: socket })) {
    const answer = JSON.parse(line) as Answer;
    if ('progress' in answer) onProgress(answer.progress);
    else if ('result' in answer) return answer.result;
    else throw failure(answer.error);
  }
  throw new CommandError(
    'The server stopped before it answered. Nothing was loaded half: look at the list of imports.',
    broken ? { cause: broken } : undefined,
  );
}

function failure(e: { name: string; message: string }): Error {
  return told.has(e.name)
    ? new CommandError(e.message)
    : new Error(`The server could not do it: ${e.message}`);
}
