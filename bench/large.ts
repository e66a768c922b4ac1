/** A company of any size in the raw tables, made by SQL: for measuring, the same rows every time. */
import { buildModel } from '@/lib/warehouse/model';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { served, sold } from './large-activity';

/**
 * Customers and ledger, with $customers and $sales; sales from 2024-09-01 to 2026-08-31 in the order of their days, as
 * ledgers are kept, `hash` stands for chance.
 */
const ledger = [
  `create or replace temp macro chance(a, salt) as (hash(a, salt) % 1000000)::integer`,
  `insert into raw.customers by name
   select format('C{:06d}', i) as customer_id, format('客户{:06d}', i) as name,
     case when chance(i, 1) < 930000 then 'trade' when chance(i, 1) < 970000 then 'retail' else 'affiliate' end as kind,
     format('销售{}部', chance(i, 2) % 12 + 1) as department, format('区域{}', chance(i, 3) % 30 + 1) as region,
     format('业务员{}', chance(i, 4) % 200) as owner, ['K', 'A', 'B', 'C', 'D', null][chance(i, 5) % 6 + 1] as grade,
     case when chance(i, 6) < 120000 then 'vip' when chance(i, 6) < 350000 then 'preferred' else 'qualified' end as tier,
     ['三级甲等', '三级乙等', '二级甲等', '二级乙等', null, null, null][chance(i, 7) % 7 + 1] as institution_class,
     ['骨科', '创伤', '综合', null][chance(i, 8) % 4 + 1] as specialty, chance(i, 9) % 500 as beds,
     date '2023-01-01' + chance(i, 10) % 1200 as admitted_on, 1 as _import_id, 1 as _file_id, i::integer as _line
   from range(1, $customers::bigint + 1) t(i)`,
  `create or replace temp table made as
   select i, format('S{:09d}', i) as entry_id,
     format('C{:06d}', 1 + (chance(i, 11) / 1e6 * chance(i, 12) / 1e6 * $customers)::integer % $customers::integer) as customer_id,
     date '2024-09-01' + (i * 730 // ($sales::bigint + 1))::integer as date, ((chance(i, 14) % 90000 + 1000) * 7 / 100.0)::decimal(18,2) as amount,
     format('产品{}', chance(i, 15) % 40) as product, chance(i, 16) as fate
   from range(1, $sales::bigint + 1) t(i)`,
  `insert into raw.ledger by name
   select entry_id, date, customer_id, 'sale' as kind, amount, product, (fate % 20 + 1)::decimal(18,3) as quantity,
     case when fate % 100 < 95 then date + 30 + fate % 3 * 15 end as due_on, 1 as _import_id, 2 as _file_id, i::integer as _line from made`,
  `insert into raw.ledger by name
   select format('P{:09d}', i) as entry_id, date + 10 + chance(i, 17) % 80 as date, customer_id, 'payment' as kind,
     case when fate % 10 < 9 then amount else (amount / 2)::decimal(18,2) end as amount,
     case when fate % 2 = 0 then entry_id end as settles, 1 as _import_id, 2 as _file_id, i::integer as _line
   from made where fate % 100 < 93 and date + 10 + chance(i, 17) % 80 <= date '2026-08-31'`,
  `insert into raw.ledger by name
   select format('R{:09d}', i) as entry_id, least(date + chance(i, 18) % 60, date '2026-08-31') as date, customer_id,
     case when fate % 6 = 0 then 'refund' else 'return' end as kind, (amount / 10)::decimal(18,2) as amount,
     1 as _import_id, 2 as _file_id, i::integer as _line
   from made where chance(i, 19) % 100 < 6`,
  `insert into raw.ledger by name
   select format('O{:09d}', i) as entry_id, date, customer_id, 'order' as kind, amount, product,
     1 as _import_id, 2 as _file_id, i::integer as _line
   from made where chance(i, 20) % 100 < 28`,
  `insert into raw.incidents by name
   select format('I{:06d}', i) as incident_id, format('C{:06d}', chance(i, 21) % $customers::integer + 1) as customer_id,
     ['breach', 'late_payment', 'overdue_pickup', 'crisis', 'major_loss', 'reputation'][chance(i, 22) % 6 + 1] as kind,
     date '2024-09-01' + chance(i, 23) % 730 as occurred_on, 1 as _import_id, 3 as _file_id, i::integer as _line
   from range(1, $customers::bigint // 8) t(i)`,
];

/** Of some sizes, those that a statement names: the engine refuses others. */
export const named = (sql: string, sizes: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(sizes).filter(([name]) => new RegExp(`\\$${name}\\b`).test(sql)));

/**
 * Fills an empty warehouse with customers, about 2.2 ledger rows for each sale, service jobs and what is `sold`;
 * `sizes` are what its statements name, beside $customers and $sales.
 */
export async function makeLarge(
  w: Warehouse,
  customers: number,
  sales: number,
  activity: readonly string[] = sold,
  sizes: Readonly<Record<string, number>> = {},
): Promise<void> {
  const all: Record<string, number> = { ...sizes, customers, sales };
  await w.write(async (c) => {
    for (const sql of [...ledger, ...activity, ...served]) {
      await c.run(sql, named(sql, all));
    }
    await c.run(
      `insert into loads.files (file_id, import_id, part, file, kind)
       values (1, 1, 0, 'customers.csv', 'customers'), (2, 1, 1, 'ledger.csv', 'ledger'), (3, 1, 2, 'incidents.csv', 'incidents')`,
    );
    await buildModel(c);
    await c.run('insert into loads.version values (1, now())');
  });
}
