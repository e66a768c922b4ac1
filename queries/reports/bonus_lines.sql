-- One row is a line of a month's statements: what a job or a record does to one figure of somebody, with whom it was
-- done for, the coefficient's first day and who did it (B-01 to B-03, B-06, B-07). Of one technician, or of all.
-- Grain: figure, source_kind, source_id.
-- Rows that do not count are lines too: a statement lists what is still to be answered.
-- The kind stands on both sides of the joins: a condition on one side alone would compare every line with every job.
with mine as (
  select *
  from marts.bonus_entries
  where
    date between $from::date and $until::date
    and ($technician::varchar is null or technician_id = $technician::varchar)
),

-- Of one technician a few dozen jobs are priced, not everybody's.
jobs_done as (
  select 'jobs' as source_kind, j.job_id, j.technician_id, j.work_type, j.customer_id, j.repeat_of,
    c.effective_from as coefficient_from
  from canonical.loaded_jobs j
  left join canonical.coefficient_spans c
    on c.work_type = j.work_type and j.finished_on >= c.effective_from and j.finished_on < c.until
  where
    j.finished_on between $from::date and $until::date
    and j.job_id in (select source_id from mine where source_kind = 'jobs')
),

events as (
  select 'service_events' as source_kind, event_id, kind, note
  from canonical.service_events
  where date between $from::date and $until::date
)

select
  e.technician_id, e.figure, e.date, e.source_kind, e.source_id,
  coalesce(j.work_type, s.kind) as subject,
  j.customer_id, c.name as customer_name,
  e.points::decimal(18, 3) as recorded_points,
  e.coefficient::decimal(18, 3) as coefficient,
  j.coefficient_from,
  case
    when e.figure in ('gross_points', 'repeat_points')
      then coalesce(e.quantity, $default_quantity::decimal(18, 6))::decimal(18, 6)
  end as quantity,
  coalesce(
    e.points,
    e.coefficient * coalesce(e.quantity, $default_quantity::decimal(18, 6))::decimal(18, 6)
  )::decimal(38, 9) as points,
  e.amount::decimal(18, 2) as amount,
  e.counts, e.note, j.repeat_of,
  if(j.technician_id <> e.technician_id, j.technician_id, null) as done_by,
  s.note as remark,
  e._import_id as source_import, f.file as source_file, f.sheet as source_sheet, e._line as source_line
from mine e
left join jobs_done j on j.source_kind = e.source_kind and j.job_id = e.source_id
left join events s on s.source_kind = e.source_kind and s.event_id = e.source_id
left join canonical.customers c on c.customer_id = j.customer_id
left join loads.files f on f.file_id = e._file_id
order by e.technician_id, e.figure, e.date, e.source_id
