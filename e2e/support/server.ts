/**
 * The server for the tests of the pages: the built one, on a port of its own, with a data folder of its own
 * that holds the sample company. Playwright calls it once before all tests and what it returns after them.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuild } from '../../scripts/lib/build.mjs';
import { ensureData } from '../../scripts/lib/data.mjs';
import { anyPort, serve } from '../../scripts/lib/server.mjs';

const HOST = '127.0.0.1';
/** Two days after the last of the sample: what pages open with and step to must not depend on when tests run. */
const TODAY = '2026-11-22';

export default async function startServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierline-e2e-'));
  const clear = (): void => rmSync(folder, { recursive: true, force: true });
  // Inherited by every server of the tests that names no day of its own.
  process.env.TIERLINE_TODAY = TODAY;
  try {
    await ensureBuild();
    await ensureData(folder);
    const server = await serve({ host: HOST, port: await anyPort(HOST), env: { DATA_DIR: folder } });
    // The workers read the configuration again, after this.
    process.env.E2E_URL = server.url;
    return async () => {
      await server.stop();
      clear();
    };
  } catch (error) {
    clear();
    throw error;
  }
}
