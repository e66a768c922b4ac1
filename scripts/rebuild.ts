/** `npm run rebuild`: loads all kept imports again into a new warehouse. The server must not run. */
import { serverListens } from '@/lib/command/client';
import { RebuildError, rebuildWarehouse } from '@/lib/import/rebuild';
import { dataDir } from '@/lib/warehouse/paths';
import { openWorkStore, policyBook } from '@/lib/work/store';

async function main(): Promise<void> {
  const dir = dataDir();
  if (await serverListens(dir)) throw new RebuildError('The server runs on this data. Stop it first.');
  const store = await openWorkStore(dir);
  const { imports, aside } = await rebuildWarehouse(dir, await policyBook(store), (id, of) =>
    console.error(`Import ${id} of ${of}`),
  );
  console.log(`${imports} imports are loaded again.${aside ? ` The old warehouse lies in ${aside}.` : ''}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof RebuildError ? error.message : error);
  process.exitCode = 2;
}
