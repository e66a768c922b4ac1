/**
 * Times idle customers, the contacts that are due, ownership and files on 10,000,000 visits of 20,000 customers with
 * 1,000,000 ledger rows and 100,000 opportunities. `BENCH_VISITS` makes it smaller or larger. Made in a folder of its
 * own, which is removed again.
 */
import { idleModel } from '@/app/idle/_model';
import { dueModel } from '@/app/idle/due/_model';
import { weekModel } from '@/app/idle/week/_model';
import { buildModel } from '@/lib/warehouse/model';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { makeLarge } from './large';
import { type Case, type PageCase, timeReports } from './measure';

const CUSTOMERS = 20_000;
const SALES = Number(process.env.BENCH_SALES ?? 450_000);
const VISITS = Number(process.env.BENCH_VISITS ?? 10_000_000);
const RUNS = 7;

const day = { as_of: ['2026-08-31'] };
const one = { department: ['销售1部'] };
const cases: readonly Case[] = [
  ['idle', 'idle', day],
  ['idle, one department', 'idle', { ...day, ...one }],
  ['idle_summary', 'idle_summary', day],
  ['contacts due', 'idle_due', day],
  ['contacts due, one department', 'idle_due', { ...day, ...one }],
  ['pace of salespeople', 'idle_owners', day],
  ['a week of visits', 'idle_week', day],
  ['ownership', 'ownership_findings', day],
  ['files', 'completeness_customers', day],
];

const pages: readonly PageCase[] = [
  ['idle', idleModel, {}],
  ['idle, one department', idleModel, { department: '销售1部' }],
  ['contacts due', dueModel, {}],
  ['a week of visits', weekModel, {}],
  ['a week, one department', weekModel, { department: '销售1部' }],
];

/** Visits beyond those that every large company has: $from to $to in the order of their days, planned ones among them. */
const more = `insert into raw.visits by name
  select format('V{:09d}', i) as visit_id, format('C{:06d}', hash(i, 131) % $customers::integer + 1) as customer_id,
    format('业务员{}', hash(i, 132) % 200) as salesperson,
    ['field_visit', 'phone', 'mail', 'exhibition', 'reception'][(hash(i, 133) % 5)::integer + 1] as method,
    case when hash(i, 136) % 500 = 0 then date '2026-08-25' + (hash(i, 134) % 20)::integer end as planned_for,
    case when hash(i, 136) % 500 > 0
      then (date '2024-09-01' + ((i - $from::bigint) * 730 // ($to::bigint - $from::bigint))::integer)::timestamp + to_minutes((480 + hash(i, 135) % 600)::integer)
    end as visited_at,
    ['progress', 'refused', 'unreachable', null][(hash(i, 137) % 4)::integer + 1] as conclusion,
    1 as _import_id, 4 as _file_id, i::integer as _line
  from range($from::bigint, $to::bigint) t(i)`;

async function make(db: Warehouse): Promise<void> {
  await makeLarge(db, CUSTOMERS, SALES);
  const from = CUSTOMERS * 10 + 1;
  await db.write(async (c) => {
    // Registered, assigned, a few without an owner: what ownership looks at.
    await c.run(`update raw.customers set
      collected_on = date '2024-08-01' + (hash(customer_id, 1) % 700)::integer,
      entered_on = date '2024-08-01' + (hash(customer_id, 1) % 700 + hash(customer_id, 2) % 5)::integer,
      assigned_on = date '2024-08-01' + (hash(customer_id, 1) % 700 + hash(customer_id, 2) % 9)::integer,
      phone = format('139{:08d}', hash(customer_id, 3) % 30000000),
      owner = case when hash(customer_id, 4) % 100 > 0 then owner end`);
    if (VISITS >= from) await c.run(more, { customers: CUSTOMERS, from, to: VISITS + 1 });
    const start = performance.now();
    await buildModel(c);
    console.log(`the model is built in ${(performance.now() - start).toFixed(0)} ms`);
    await c.run('insert into loads.version select max(data_version) + 1, now() from loads.version');
  });
}

export const benchIdle = (): Promise<void> => timeReports(`${VISITS} visits`, make, cases, RUNS, pages);
