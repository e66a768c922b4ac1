/** `npm run bench -- reports`: measures one area, on data made for it. */
import { benchBrush } from './brush';
import { benchIdle } from './idle';
import { benchImport } from './import';
import { benchMonthRun } from './month-run';
import { benchPipeline } from './pipeline';
import { benchQuotaLarge } from './quota-large';
import { benchReports } from './reports';
import { benchServed } from './served';
import { benchSolver } from './solver';
import { benchVisits } from './visits';

const benches: Record<string, () => Promise<void>> = {
  brush: benchBrush,
  idle: benchIdle,
  import: () => benchImport(),
  'month-run': benchMonthRun,
  pipeline: benchPipeline,
  reports: benchReports,
  'quota-large': benchQuotaLarge,
  served: benchServed,
  solver: benchSolver,
  visits: benchVisits,
};

async function main(): Promise<void> {
  const name = process.argv[2] ?? '';
  const bench = benches[name];
  if (!bench) {
    console.error(`Unknown bench "${name}"; known are ${Object.keys(benches).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  await bench();
}

await main();
