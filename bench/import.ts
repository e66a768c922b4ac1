/**
 * How long a whole import takes beside the engine's own typed reading of the same file into a table, measured
 * in one run: from the copy of the file to the commit, rollups included. `npm run bench -- import [rows]`. Both are
 * told twice: until the rows are committed, and last; and until the file holds them too, which an import leaves to
 * the time after its answer.
 * The reader stands ready, as it does when a file has arrived through the page; the last run starts it too, as the
 * command line does.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { importFiles } from '@/lib/import/imports';
import { duckdbType } from '@/lib/import/kind';
import { kindOf } from '@/lib/import/kinds';
import { prepareWorker } from '@/lib/import/load/worker-process';
import { openWarehouse } from '@/lib/warehouse/warehouse';

const RUNS = 3;
/** Milliseconds in which a reader has started on any machine. */
const READY_MS = 2_000;

/** A ledger of so many rows, the same every time: a 32-bit counter mixed by shifts stands for chance. */
async function writeLedger(file: string, rows: number): Promise<void> {
  let state = 12_345;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const products = ['假肢膝关节', '轮椅', '矫形器', '康复机器人', '助行器'];
  const departments = ['华东一部', '华东二部', '华南部', '西南部'];
  const out = fs.openSync(file, 'w');
  let text =
    'entry_id,date,customer_id,kind,amount,product,quantity,department,salesperson,due_on,settles,contract_id,receipt_no\n';
  for (let i = 0; i < rows; i++) {
    const day = new Date(Date.UTC(2023, 0, 1) + Math.floor(chance() * 1_300) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const at = chance();
    const kind = at < 0.6 ? 'sale' : at < 0.9 ? 'payment' : 'order';
    const customer = `C${String(Math.floor(chance() * 20_000)).padStart(5, '0')}`;
    const product =
      kind === 'payment' ? ',' : `${products[Math.floor(chance() * 5)]},${Math.ceil(chance() * 50)}`;
    text += `L${String(i).padStart(9, '0')},${day},${customer},${kind},${(chance() * 100_000).toFixed(2)},${product},${departments[Math.floor(chance() * 4)]},人员${Math.floor(chance() * 60)},${kind === 'sale' ? day : ''},,,\n`;
    if (text.length > 1 << 20) {
      fs.writeSync(out, text);
      text = '';
    }
  }
  fs.writeSync(out, text);
  fs.closeSync(out);
}

interface Spent {
  /** Seconds on the clock. */
  wall: number;
  /** Seconds of processor time, children that ended included: what a busy machine does not blur. */
  cpu: number;
}

async function timed(work: () => Promise<void>): Promise<Spent> {
  const started = performance.now();
  const before = processorSeconds();
  await work();
  return { wall: (performance.now() - started) / 1000, cpu: processorSeconds() - before };
}

/** Of this process and its ended children; where there is no /proc, of this process alone. */
function processorSeconds(): number {
  const own = process.cpuUsage();
  const fields = readOrEmpty(`/proc/${process.pid}/stat`).split(') ')[1]?.split(' ') ?? [];
  const TICK = 100;
  return (own.user + own.system) / 1e6 + (Number(fields[13] ?? 0) + Number(fields[14] ?? 0)) / TICK;
}

/** Until the rows are committed, and until the engine's log is written into the file too. */
interface Done {
  committed: Spent;
  filed: Spent;
}

/** Two pieces of work, one after the other: what the first took, and what both did. */
async function timedThen(first: () => Promise<void>, then: () => Promise<void>): Promise<Done> {
  const committed = await timed(first);
  const more = await timed(then);
  return { committed, filed: { wall: committed.wall + more.wall, cpu: committed.cpu + more.cpu } };
}

/** The engine alone: typed columns, a table in a file. */
async function engineAlone(file: string, dir: string): Promise<Done> {
  const columns = kindOf('ledger').columns.filter((c) => c.name !== 'line_no');
  const struct = columns.map((c) => `'${c.name}': '${duckdbType(c.type)}'`).join(', ');
  const instance = await DuckDBInstance.create(path.join(dir, 'plain.duckdb'), { threads: '2' });
  const c = await instance.connect();
  const spent = await timedThen(
    async () => {
      await c.run(
        `create table ledger as select * from read_csv('${file}', header = true, columns = {${struct}})`,
      );
    },
    async () => {
      await c.run('checkpoint');
    },
  );
  c.closeSync();
  instance.closeSync();
  return spent;
}

/** Peak resident memory of the child processes that ended so far is not told by Node; Linux tells it while they live. */
function watchWorkers(): { peakMb(): number; stop(): void } {
  let peak = 0;
  const timer = setInterval(() => {
    for (const pid of childPids()) {
      const status = readOrEmpty(`/proc/${pid}/status`);
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }
  }, 50);
  return { peakMb: () => Math.round(peak / 1024), stop: () => clearInterval(timer) };
}

const childPids = (): string[] =>
  readOrEmpty(`/proc/${process.pid}/task/${process.pid}/children`).split(' ').filter(Boolean);

/** A process may end between being listed and being looked at. */
function readOrEmpty(file: string): string {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
}

const told = ({ committed, filed }: Done): string =>
  `${committed.wall.toFixed(2)} s (processor ${committed.cpu.toFixed(2)} s), file ${filed.wall.toFixed(2)} s (${filed.cpu.toFixed(2)} s)`;

const ratio = (alone: Done, whole: Done, what: keyof Spent, until: keyof Done): number =>
  whole[until][what] / alone[until][what];

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** With 3,600,000 rows the file has 300 MB: memory must stay where it is with a third of that. */
export async function benchImport(rows = Number(process.argv[3] ?? 1_000_000)): Promise<void> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  const file = path.join(dir, 'ledger.csv');
  await writeLedger(file, rows);
  console.log(`${rows} rows, ${Math.round(fs.statSync(file).size / 1e6)} MB`);
  const measured: { alone: Done; whole: Done }[] = [];
  const workers = watchWorkers();
  const runs = rows > 2_000_000 ? 1 : RUNS;
  for (let run = 1; run <= runs + 1; run++) {
    const ready = run <= runs;
    const own = fs.mkdtempSync(path.join(dir, 'run-'));
    const alone = await engineAlone(file, own);
    const db = await openWarehouse(path.join(own, 'store'));
    await db.settled();
    if (ready) {
      prepareWorker();
      await new Promise((resolve) => setTimeout(resolve, READY_MS));
    }
    const marks: string[] = [];
    const started = performance.now();
    const before = processorSeconds();
    const whole = await timedThen(
      async () => {
        const result = await importFiles(db, [file], {
          onProgress: (p) => {
            const what = p.at === 'file' ? p.phase : p.at === 'publish' ? p.step : p.at;
            marks.push(
              `${what} ${((performance.now() - started) / 1000).toFixed(2)}/${(processorSeconds() - before).toFixed(2)}`,
            );
          },
        });
        if (result.files[0]?.new !== rows) throw new Error('The import lost rows.');
      },
      () => db.settled(),
    );
    db.close();
    fs.rmSync(own, { recursive: true });
    if (ready) measured.push({ alone, whole });
    console.log(
      `${ready ? '' : 'reader started by the import: '}engine ${told(alone)}, import ${told(whole)}, ratio ${ratio(alone, whole, 'wall', 'committed').toFixed(2)} (clock/processor: ${marks.join(', ')})`,
    );
  }
  workers.stop();
  fs.rmSync(dir, { recursive: true });
  const server = Math.round(process.resourceUsage().maxRSS / 1024);
  const of = (what: keyof Spent, until: keyof Done) =>
    median(measured.map(({ alone, whole }) => ratio(alone, whole, what, until))).toFixed(2);
  console.log(
    `median ratio until committed ${of('wall', 'committed')}, of processor time ${of('cpu', 'committed')}; until the file holds it ${of('wall', 'filed')}, ${of('cpu', 'filed')}; peak memory: worker ${workers.peakMb()} MB, server ${server} MB`,
  );
}
