/**
 * Times the funnel and the pipeline on 1,000,000 opportunities with their stage history. `BENCH_OPPORTUNITIES` makes it
 * smaller or larger. Made in a folder of its own, which is removed again.
 */
import { funnelModel } from '@/app/funnel/_model';
import { pipelineModel } from '@/app/pipeline/_model';
import { buildModel } from '@/lib/warehouse/model';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { named } from './large';
import { type Case, type PageCase, timeReports } from './measure';

const OPPORTUNITIES = Number(process.env.BENCH_OPPORTUNITIES ?? 1_000_000);
const RUNS = 7;

const day = { as_of: ['2026-08-31'] };
const cases: readonly Case[] = [
  ['funnel, a half-year by grade', 'funnel', { period: ['2026H1'], ...day, by: ['grade'] }],
  ['funnel, a year by salesperson', 'funnel', { period: ['2025'], ...day, by: ['salesperson'] }],
  ['funnel_summary', 'funnel_summary', { period: ['2026H1'], ...day }],
  ['pipeline, whole', 'pipeline', day],
  ['pipeline by grade', 'pipeline', { ...day, by: ['grade'] }],
  ['pipeline by salesperson', 'pipeline', { ...day, by: ['salesperson'] }],
  ['pipeline, one department', 'pipeline', { ...day, department: ['销售1部'] }],
  ['pipeline, a year back', 'pipeline', { as_of: ['2025-08-31'], by: ['grade'] }],
  ['lost, a half-year', 'lost', { period: ['2026H1'], ...day }],
];

const one = { department: '销售1部' };
const pages: readonly PageCase[] = [
  ['funnel', funnelModel, {}],
  ['funnel, one department', funnelModel, { period: '2025H2', ...one }],
  ['pipeline', pipelineModel, {}],
  ['pipeline, one department', pipelineModel, one],
];

/** $opportunities of $customers customers over two years, numbered as they were created; `chance` is the same every time. */
const customers = [
  `create or replace temp macro chance(a, salt) as (hash(a, salt) % 1000000)::integer`,
  `insert into raw.customers by name
   select format('C{:06d}', i) as customer_id, format('客户{:07d}', i) as name, 'trade' as kind,
     format('销售{}部', chance(i, 2) % 12 + 1) as department, format('区域{}', chance(i, 3) % 30 + 1) as region,
     format('业务员{}', chance(i, 4) % 200) as owner, ['K', 'A', 'B', 'C', 'D', null][chance(i, 5) % 6 + 1] as grade,
     date '2023-01-01' as admitted_on, 1 as _import_id, 1 as _file_id, i::integer as _line
   from range(1, $customers::bigint + 1) t(i)`,
];

export const opportunities = [
  `insert into raw.opportunities by name
   with made as (
     select i, chance(i, 45) % 6 as fate, date '2024-09-01' + (i * 720 // ($opportunities::bigint + 1))::integer as created_on
     from range(1, $opportunities::bigint + 1) t(i)
   )
   select format('O{:08d}', i) as opportunity_id, format('C{:06d}', chance(i, 41) % $customers::integer + 1) as customer_id,
     format('业务员{}', chance(i, 42) % 200) as salesperson, format('产品{}', chance(i, 43) % 40) as product,
     ['referral', 'exhibition', 'web', null][chance(i, 44) % 4 + 1] as source,
     ['identified', 'contacted', 'solution', 'negotiation', 'signed', 'lost'][fate + 1] as stage, created_on,
     created_on + fate * 20 as stage_entered_on, (chance(i, 47) % 900000 + 10000)::decimal(18, 2) as expected_amount,
     case when fate > 3 then created_on + fate * 20 end as closed_on,
     case when fate = 4 then (chance(i, 48) % 900000 + 10000)::decimal(18, 2) end as signed_amount,
     case when fate = 5 then ['价格', '交期', '竞品', null][chance(i, 49) % 4 + 1] end as lost_reason,
     1 as _import_id, 2 as _file_id, i::integer as _line
   from made`,
  `insert into raw.stage_changes by name
   select o.opportunity_id, s.stage, o.created_on + s.place * 15 as entered_on, 1 as _import_id, 3 as _file_id, o._line
   from raw.opportunities o
   join (values (1, 'contacted'), (2, 'solution'), (3, 'negotiation')) s(place, stage)
     on s.place <= case o.stage when 'lost' then o._line % 4 when 'signed' then 3 when 'negotiation' then 3
       when 'solution' then 2 when 'contacted' then 1 else 0 end`,
];

async function make(db: Warehouse): Promise<void> {
  await db.write(async (c) => {
    const sizes = { customers: Math.floor(OPPORTUNITIES / 5), opportunities: OPPORTUNITIES };
    for (const sql of [...customers, ...opportunities]) await c.run(sql, named(sql, sizes));
    await buildModel(c);
    await c.run('insert into loads.version values (1, now())');
  });
}

export const benchPipeline = (): Promise<void> =>
  timeReports(`${OPPORTUNITIES} opportunities`, make, cases, RUNS, pages);
