-- One row is a period with a mark of everything loaded that its figures rest on: the same mark, the same figures
-- (B-01 to B-10). What only tells where a row came from, when it was loaded or whom a job was done for is no part of it.
-- Grain: period.
-- A mark is a sum of hashes, so the order of rows does not count. Lists go together: period, first day, last day, and
-- for a half-year the category of the jobs of B-08 (else '').
with asked as (
  select
    unnest($periods::varchar[]) as period, try_cast(unnest($starts::varchar[]) as date) as starts,
    try_cast(unnest($ends::varchar[]) as date) as ends, unnest($categories::varchar[]) as category
),

-- Whatever stands in a month's statements. Coefficient and quantity count where a job has no points of its own (B-01).
entries as (
  select date_trunc('month', date)::date as starts, count(*) as n,
    sum(hash(technician_id, figure, points, if(points is null, coefficient, null), if(points is null, quantity, null),
      amount)) as mark
  from marts.bonus_entries
  where counts and date between (select min(starts) from asked) and (select max(ends) from asked)
  group by 1
),

people as (
  select a.period, count(*) as n,
    sum(hash(t.technician_id, t.name, t.role, t.department, t.region, s.score)) as mark
  from asked a
  join canonical.technicians t
    on (t.joined_on is null or t.joined_on <= a.ends) and (t.left_on is null or t.left_on >= a.starts)
  left join canonical.assessments s on s.technician_id = t.technician_id and s.quarter = a.period
  group by 1
),

items as (
  select a.period, count(*) as n, sum(hash(i.technician_id, i.amount)) as mark
  from asked a
  -- What is granted for a whole year goes with its second half.
  join canonical.bonus_items i
    on i.period = a.period or (i.period = left(a.period, 4) and right(a.period, 2) = 'H2')
  group by 1
),

sales as (
  select a.period, count(*) as n,
    sum(hash(p.technician_id, p.component_cost, p.component_price, p.service_days, p.service_fee, p.received_amount))
      as mark
  from asked a
  join canonical.parts_sales p on p.received_in_full_on between a.starts and a.ends
  where contains(a.period, 'Q')
  group by 1
),

-- B-08 looks at every commissioning and repeat by the end of the half-year.
projects as (
  select a.period, count(*) as n,
    sum(hash(j.project_key, j.job_id, j.technician_id, j.category, j.finished_on, j.repeat_of, j.repeat_cause,
      j.original_project_key)) as mark
  from asked a
  join marts.finished_jobs j on j.finished_on <= a.ends and (j.category = a.category or j.repeat_of is not null)
  where contains(a.period, 'H')
  group by 1
)

select
  a.period,
  concat_ws(' ', e.n, e.mark, '/', p.n, p.mark, '/', i.n, i.mark, '/', s.n, s.mark, '/', j.n, j.mark) as mark
from asked a
left join entries e on e.starts = a.starts and not regexp_matches(a.period, '[QH]')
left join people p on p.period = a.period
left join items i on i.period = a.period
left join sales s on s.period = a.period
left join projects j on j.period = a.period
order by a.period
