/** What people did in the large company: visits, opportunities and service jobs, the same every time. */

/** Statements with $customers: ten visits and five opportunities a customer. */
export const sold = [
  `insert into raw.visits by name
   select format('V{:08d}', i) as visit_id, format('C{:06d}', chance(i, 31) % $customers::integer + 1) as customer_id,
     format('业务员{}', chance(i, 32) % 200) as salesperson,
     ['field_visit', 'phone', 'mail', 'exhibition', 'reception'][chance(i, 33) % 5 + 1] as method,
     (date '2024-09-01' + chance(i, 34) % 730)::timestamp + to_minutes(480 + chance(i, 35) % 600) as visited_at,
     ['interested', 'refused', 'unreachable', null][chance(i, 36) % 4 + 1] as conclusion,
     1 as _import_id, 4 as _file_id, i::integer as _line
   from range(1, $customers::bigint * 10 + 1) t(i)`,
  `insert into raw.opportunities by name
   select format('O{:08d}', i) as opportunity_id, format('C{:06d}', chance(i, 41) % $customers::integer + 1) as customer_id,
     format('业务员{}', chance(i, 42) % 200) as salesperson, format('产品{}', chance(i, 43) % 40) as product,
     ['referral', 'exhibition', 'web', null][chance(i, 44) % 4 + 1] as source,
     ['identified', 'contacted', 'solution', 'negotiation', 'signed', 'lost'][chance(i, 45) % 6 + 1] as stage,
     date '2024-09-01' + chance(i, 46) % 700 as created_on,
     (chance(i, 47) % 900000 + 10000)::decimal(18,2) as expected_amount,
     case when chance(i, 45) % 6 > 3 then date '2024-09-01' + chance(i, 46) % 700 + 90 end as closed_on,
     1 as _import_id, 5 as _file_id, i::integer as _line
   from range(1, $customers::bigint * 5 + 1) t(i)`,
  `insert into raw.stage_changes by name
   select opportunity_id, stages.stage, created_on + stages.place * (5 + chance(_line, 48) % 15) as entered_on,
     1 as _import_id, 6 as _file_id, _line * 4 + stages.place as _line
   from raw.opportunities o
   join (values (1, 'contacted'), (2, 'solution'), (3, 'negotiation')) stages(place, stage)
     on stages.place <= (chance(o._line, 45) % 6 + (chance(o._line, 45) % 6 = 5)::integer * -2)
   where created_on + stages.place * (5 + chance(_line, 48) % 15) <= date '2026-08-31'`,
];

/** Statements with $customers: 60 technicians with 500 jobs a month. */
export const served = [
  `insert into raw.technicians by name
   select format('T{:03d}', i) as technician_id, format('工程师{}', i) as name,
     case when i % 12 = 0 then 'lead' else 'engineer' end as role, '服务部' as department, date '2020-01-01' as joined_on,
     1 as _import_id, 7 as _file_id, i::integer as _line
   from range(1, 61) t(i)`,
  `insert into raw.coefficients by name
   select format('工作{}', i) as work_type, ['commissioning', 'installation', 'repair'][i % 3 + 1] as category,
     (i % 5 + 1)::decimal(18,3) as points, from_day as effective_from, 1 as _import_id, 8 as _file_id, i::integer as _line
   from range(1, 31) t(i), (values (date '2020-01-01'), (date '2026-01-01')) v(from_day)`,
  `insert into raw.jobs by name
   select format('J{:08d}', i) as job_id, format('T{:03d}', i % 60 + 1) as technician_id,
     format('C{:06d}', chance(i, 51) % $customers::integer + 1) as customer_id,
     case when i % 3 > 0 then format('P{:07d}', i // 3) end as project_id,
     format('工作{}', chance(i, 52) % 30 + 1) as work_type, 1::decimal(18,3) as quantity,
     date '2025-09-01' + (i // 1000)::integer as finished_on,
     case when i > 40000 and chance(i, 53) % 40 = 0 then format('J{:08d}', i - 20000 - chance(i, 54) % 20000) end as repeat_of,
     case when i > 40000 and chance(i, 53) % 40 = 0 then ['personal', 'product', 'customer'][chance(i, 55) % 3 + 1] end
       as repeat_cause,
     ['yes', 'yes', 'yes', 'no', null][chance(i, 56) % 5 + 1] as record_signed,
     1 as _import_id, 9 as _file_id, i::integer as _line
   from range(1, 365000) t(i)`,
  `insert into raw.assessments by name
   select '2026Q1' as quarter, technician_id, (70 + _line % 30)::decimal(18,3) as score,
     1 as _import_id, 10 as _file_id, _line
   from raw.technicians`,
];
