/**
 * Times the reports of visits and plans on 10,000,000 visit forms of 200,000 customers over three years, and how long
 * the marts that they rest on take to build. `BENCH_VISITS` makes it smaller or larger. Made in a folder of its own,
 * which is removed again.
 */
import fs from 'node:fs';
import path from 'node:path';
import { plansModel } from '@/app/plans/_model';
import { visitsModel } from '@/app/visits/_model';
import { buildModel } from '@/lib/warehouse/model';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { named } from './large';
import { type Case, type PageCase, timeReports } from './measure';

const VISITS = Number(process.env.BENCH_VISITS ?? 10_000_000);
const RUNS = 5;

const day = { as_of: ['2026-08-31'] };
const month = { period: ['2026-07'], ...day };
const cases: readonly Case[] = [
  ['visits, a month by salesperson', 'visits', { ...month, by: ['salesperson'] }],
  ['visits, a month by department', 'visits', { ...month, by: ['department'] }],
  ['visits, a quarter by salesperson', 'visits', { period: ['2026Q2'], ...day }],
  ['visits, one department', 'visits', { ...month, department: ['销售1部'] }],
  ['visits_summary, a month', 'visits_summary', month],
  ['visits_roles, a month', 'visits_roles', month],
  ['visits_weeks, a month', 'visits_weeks', month],
  ['visits_questions, a month', 'visits_questions', month],
  ['visits_decision_makers', 'visits_decision_makers', day],
  ['plan, a month by salesperson', 'plan', month],
  ['plan_months, a year', 'plan_months', { period: ['2026'], ...day }],
];

const pages: readonly PageCase[] = [
  ['visits', visitsModel, {}],
  ['visits, one department', visitsModel, { department: '销售1部' }],
  ['visits, by department', visitsModel, { by: 'department' }],
  ['visits, a quarter', visitsModel, { period: '2026Q2' }],
  ['plans', plansModel, {}],
];

/** $visits forms of $customers customers and $sales sales, both in the order of their days, as registers are kept; `chance` is the same every time. */
const others = [
  `create or replace temp macro chance(a, salt) as (hash(a, salt) % 1000000)::integer`,
  `insert into raw.customers by name
   select format('C{:06d}', i) as customer_id, format('客户{:07d}', i) as name, 'trade' as kind,
     format('销售{}部', chance(i, 2) % 12 + 1) as department, format('区域{}', chance(i, 3) % 30 + 1) as region,
     format('业务员{}', chance(i, 4) % 400) as owner, ['K', 'A', 'B', 'C', 'D', null][chance(i, 5) % 6 + 1] as grade,
     date '2023-01-01' as admitted_on, 1 as _import_id, 1 as _file_id, i::integer as _line
   from range(1, $customers::bigint + 1) t(i)`,
  `insert into raw.ledger by name
   select format('L{:08d}', i) as entry_id, 1 as line_no, (date '2023-09-01' + (i * 1095 // ($sales::bigint + 1))::integer) as date,
     format('C{:06d}', hash(i, 12) % $customers::bigint + 1) as customer_id, 'sale' as kind,
     (chance(i, 13) % 90000 + 1000)::decimal(18, 2) as amount, format('产品{}', chance(i, 14) % 40) as product,
     1 as _import_id, 2 as _file_id, i::integer as _line
   from range(1, $sales::bigint + 1) t(i)`,
];

export const forms = [
  `insert into raw.visits by name
   with made as (
     select i, timestamp '2023-09-01 08:00:00' + to_minutes(i * 1095 // ($visits::bigint + 1) * 1440 + chance(i, 22) % 600) as visited_at,
       chance(i, 23) % 100 as luck
     from range(1, $visits::bigint + 1) t(i)
   )
   select format('V{:09d}', i) as visit_id, format('C{:06d}', hash(i, 24) % $customers::bigint + 1) as customer_id,
     format('业务员{}', chance(i, 25) % 400) as salesperson,
     ['field_visit', 'field_visit', 'phone', 'mail', 'reception', 'exhibition'][chance(i, 26) % 6 + 1] as method,
     visited_at::date as planned_for, case when luck > 10 then visited_at - to_minutes(luck) end as approved_at,
     visited_at - interval 30 minute as departed_at, case when luck > 3 then visited_at end as visited_at,
     ['decision_maker', 'influencer', 'user', null][chance(i, 27) % 4 + 1] as contact_role,
     case when luck > 5 then '回访' end as purpose,
     ['progress', 'refused', 'unreachable', null][chance(i, 28) % 4 + 1] as conclusion,
     case when luck > 20 then visited_at + to_hours(luck) end as minutes_filed_at,
     1 as _import_id, 3 as _file_id, i::integer as _line
   from made`,
];

async function make(db: Warehouse): Promise<void> {
  await db.write(async (c) => {
    const sizes = { customers: Math.floor(VISITS / 50), sales: Math.floor(VISITS / 10), visits: VISITS };
    for (const sql of [...others, ...forms]) await c.run(sql, named(sql, sizes));
    await buildModel(c);
    for (const mart of ['visit_forms', 'first_contacts']) {
      const sql = fs.readFileSync(path.join('queries/marts', `${mart}.sql`), 'utf8');
      const start = performance.now();
      await c.run(`create or replace table marts.${mart} as ${sql}`);
      console.log(`marts.${mart} is built in ${(performance.now() - start).toFixed(0)} ms`);
    }
    await c.run('insert into loads.version values (1, now())');
  });
}

export const benchVisits = (): Promise<void> =>
  timeReports(`${VISITS} visit forms`, make, cases, RUNS, pages);
