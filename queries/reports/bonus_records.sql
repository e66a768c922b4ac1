-- One row is a job or a record behind a figure of somebody's month, with the customer it was done for (B-01 to B-07).
-- Grain: figure, source_kind, source_id.
-- Only rows that count: with them the figures of all statements of the month are added up.
-- The kind stands on both sides of the join, and the people are joined: else every row is compared with every job.
with jobs_done as (
  select 'jobs' as source_kind, job_id, work_type, customer_id, repeat_of
  from canonical.priced_jobs
  where finished_on between $from::date and $until::date
),

chosen as (
  select distinct unnest($technicians::varchar[]) as technician_id
)

select
  e.figure, e.technician_id, t.name, e.date, e.source_kind, e.source_id,
  j.work_type, j.customer_id, c.name as customer_name,
  e.coefficient::decimal(18, 3) as coefficient,
  case
    when e.figure in ('gross_points', 'repeat_points')
      then coalesce(e.quantity, $default_quantity::decimal(18, 6))::decimal(18, 6)
  end as quantity,
  coalesce(
    e.points,
    e.coefficient * coalesce(e.quantity, $default_quantity::decimal(18, 6))::decimal(18, 6)
  )::decimal(38, 9) as points,
  e.amount::decimal(18, 2) as amount,
  j.repeat_of, e.note,
  e._import_id as source_import, f.file as source_file, f.sheet as source_sheet, e._line as source_line
from marts.bonus_entries e
join chosen p on p.technician_id = e.technician_id
left join canonical.technicians t on t.technician_id = e.technician_id
left join jobs_done j on j.source_kind = e.source_kind and j.job_id = e.source_id
left join canonical.customers c on c.customer_id = j.customer_id
left join loads.files f on f.file_id = e._file_id
where
  e.date between $from::date and $until::date and e.counts
  and ($figures::varchar[] is null or list_contains($figures::varchar[], e.figure))
order by e.figure, e.date, e.technician_id, e.source_id
