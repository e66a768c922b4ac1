/**
 * Times pages as people get them: the built product serves them over HTTP, and each is read to its last byte. Pages of
 * sales on 200,000 customers with 1,000,000 opportunities, 10,000,000 visits and 1,000,000 ledger rows; then quotas and
 * reviews of one department on 200,000 customers with 10,000,000 ledger rows. Every question is asked of another day,
 * period or department than the ones before it, so no page is remembered, while the server is warm: it has answered a
 * few other questions of the same page. `BENCH_CUSTOMERS`
 * makes all of it smaller or larger. Made in a folder of its own, which is removed again; `BENCH_FOLDER` names one that
 * is kept, and used as it is the next time; `BENCH_PAGES` the titles that are wanted, as they begin.
 */
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { monthEnd } from '@/app/_components/stepper/steps';
import { addDays } from '@/lib/format';
import { openWarehouse } from '@/lib/warehouse/warehouse';
import { ensureBuild } from '../scripts/lib/build.mjs';
import { anyPort, serve } from '../scripts/lib/server.mjs';
import { makeLarge } from './large';
import { sold } from './large-activity';
import { median } from './measure';
import { opportunities } from './pipeline';
import { forms } from './visits';

const HOST = '127.0.0.1';
const TODAY = '2026-08-31';
const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 200_000);
const SIZES = { opportunities: CUSTOMERS * 5, visits: CUSTOMERS * 50 };
const RUNS = 7;
const LOOK_MS = 1500;
/** Questions of a page before those that are measured: until then the code of the page itself is being compiled. */
const WARMING = 3;

/** When customers were registered and assigned, their telephones, and a few without an owner: what ownership looks at. */
const registered = `update raw.customers set
  collected_on = date '2024-08-01' + (hash(customer_id, 1) % 700)::integer,
  entered_on = date '2024-08-01' + (hash(customer_id, 1) % 700 + hash(customer_id, 2) % 5)::integer,
  assigned_on = date '2024-08-01' + (hash(customer_id, 1) % 700 + hash(customer_id, 2) % 9)::integer,
  phone = format('139{:08d}', hash(customer_id, 3) % 30000000),
  owner = case when hash(customer_id, 4) % 100 > 0 then owner end`;

/** The address of the n-th time that a page is asked for. */
type Address = (n: number) => string;
type Page = readonly [title: string, address: Address];
const at = (n: number) => `as_of=${addDays(TODAY, -n)}`;
const monthsBack = (n: number) => Array.from({ length: n }).reduce<string>((day) => monthEnd(day, -1), TODAY);
const department = (n: number) => `department=${encodeURIComponent(`销售${(n % 12) + 1}部`)}`;

const ofSales: readonly Page[] = [
  ['funnel', (n) => `/funnel?${at(n)}`],
  ['funnel, another half-year', (n) => `/funnel?${at(n)}&period=2025H2`],
  ['funnel, one department', (n) => `/funnel?${at(n)}&${department(n)}`],
  ['idle, a step back', (n) => `/idle?as_of=${monthsBack(n)}`],
  ['idle, another day', (n) => `/idle?${at(n)}`],
  ['idle, one department', (n) => `/idle?${department(n)}`],
  ['visits', (n) => `/visits?${at(n)}`],
  ['visits by department', (n) => `/visits?${at(n)}&by=department`],
  ['visits, one department', (n) => `/visits?${at(n)}&${department(n)}`],
  ['pipeline', (n) => `/pipeline?${at(n)}`],
  ['pipeline, one department', (n) => `/pipeline?${at(n)}&${department(n)}`],
  ['contacts due', (n) => `/idle/due?${at(n)}`],
  ['a week of visits', (n) => `/idle/week?${at(n)}`],
  ['plans', (n) => `/plans?${at(n)}`],
  ['ownership', (n) => `/ownership?${at(n)}`],
  ['files', (n) => `/files?${at(n)}`],
];
const ofTiers: readonly Page[] = [
  ['quotas, one department', (n) => `/quotas?${department(n)}`],
  ['reviews, one department', (n) => `/reviews?period=2026H1&${department(n)}`],
];

interface Case {
  name: string;
  /** The ledger has about 2.2 rows for each sale. */
  sales: number;
  activity: readonly string[];
  pages: readonly Page[];
}

const cases: readonly Case[] = [
  {
    name: `${SIZES.opportunities} opportunities, ${SIZES.visits} visits`,
    sales: CUSTOMERS * 2.25,
    activity: [registered, ...opportunities, ...forms],
    pages: ofSales,
  },
  { name: `${CUSTOMERS * 50} ledger rows`, sales: CUSTOMERS * 22.5, activity: sold, pages: ofTiers },
];

interface Answer {
  /** Milliseconds to the first and to the last byte. */
  first: number;
  whole: number;
  bytes: number;
}

function read(url: string): Promise<Answer> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    http
      .get(url, (response) => {
        let [first, bytes] = [Number.NaN, 0];
        response.on('data', (part: Buffer) => {
          if (bytes === 0) first = performance.now() - start;
          bytes += part.length;
        });
        response.on('end', () => {
          if (response.statusCode !== 200) reject(new Error(`${url} answers ${response.statusCode}`));
          else resolve({ first, whole: performance.now() - start, bytes });
        });
        response.on('error', reject);
      })
      .on('error', reject);
  });
}

async function make(folder: string, { sales, activity }: Case): Promise<void> {
  const db = await openWarehouse(folder);
  try {
    await makeLarge(db, CUSTOMERS, sales, activity, SIZES);
  } finally {
    db.close();
  }
}

const line = (title: string, ...cells: (string | number)[]) =>
  console.log(title.padEnd(46), ...cells.map((c) => (typeof c === 'number' ? c.toFixed(0) : c).padStart(10)));

/**
 * Waits for what the server reads before anybody asks: until a page that it remembers comes quickly many times in a
 * row, or for two minutes.
 */
async function settled(url: string): Promise<void> {
  const until = performance.now() + 120_000;
  await read(`${url}/funnel`);
  for (let quick = 0; quick < 20 && performance.now() < until; ) {
    const { whole } = await read(`${url}/funnel`);
    quick = whole < 150 ? quick + 1 : 0;
    await pause(100);
  }
}

/** Prints of each page its first answer, the medians of those that follow, and the same address once more. */
async function timePages(url: string, pages: readonly Page[]): Promise<void> {
  await settled(url);
  for (const [title, address] of pages) {
    const cold = await read(url + address(0));
    for (let n = RUNS + 1; n <= RUNS + WARMING; n++) {
      await read(url + address(n));
      await pause(LOOK_MS);
    }
    const warm: Answer[] = [];
    for (let n = 1; n <= RUNS; n++) {
      // Nobody asks on before having looked; what the page prepares is prepared meanwhile.
      await pause(LOOK_MS);
      warm.push(await read(url + address(n)));
    }
    const again = await read(url + address(RUNS));
    line(
      title,
      cold.whole,
      median(warm.map((a) => a.first)),
      median(warm.map((a) => a.whole)),
      Math.max(...warm.map((a) => a.whole)),
      again.whole,
      median(warm.map((a) => a.bytes)) / 1000,
    );
  }
}

/** In a folder of its own: makes the data unless it is there, serves it, times the pages. */
async function timeCase(folder: string, { pages, ...made }: Case): Promise<void> {
  const wanted = process.env.BENCH_PAGES?.split(',');
  const chosen = pages.filter(([title]) => !wanted || wanted.some((w) => title.startsWith(w)));
  if (chosen.length === 0) return;
  if (!fs.existsSync(path.join(folder, 'warehouse.duckdb'))) await make(folder, { pages, ...made });
  const env = { DATA_DIR: folder, TIERLINE_TODAY: TODAY };
  const server = await serve({ host: HOST, port: await anyPort(HOST), env });
  try {
    line(
      `${CUSTOMERS} customers, ${made.name}`,
      'cold ms',
      'first ms',
      'whole ms',
      'slowest',
      'again ms',
      'kB',
    );
    await timePages(server.url, chosen);
  } finally {
    await server.stop();
  }
}

export async function benchServed(): Promise<void> {
  const kept = process.env.BENCH_FOLDER;
  const folder = kept ?? fs.mkdtempSync(path.join(os.tmpdir(), 'tierline-bench-'));
  try {
    await ensureBuild();
    for (const [i, one] of cases.entries()) await timeCase(path.join(folder, String(i)), one);
  } finally {
    if (!kept) fs.rmSync(folder, { recursive: true, force: true });
  }
}
