/**
 * The process that the crash test kills: imports files into a data folder and tells each step on its output;
 * `STOP_AT` n: it kills itself at the n-th step, before anything further is done.
 */
import fs from 'node:fs';
import { importFiles } from '@/lib/import/imports';
import { openWarehouse } from '@/lib/warehouse/warehouse';

const [dir = '', ...paths] = process.argv.slice(2);
const stopAt = Number(process.env.STOP_AT ?? Number.POSITIVE_INFINITY);
let steps = 0;

const db = await openWarehouse(dir);
await importFiles(db, paths, {
  onProgress: (p) => {
    fs.writeSync(1, `${JSON.stringify(p)}\n`);
    if (++steps === stopAt) process.kill(process.pid, 'SIGKILL');
  },
});
db.close();
