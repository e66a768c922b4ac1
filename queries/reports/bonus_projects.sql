-- One row is a technician with the projects whose months without a repeat ended in the half-year (B-08), or, with
-- $each, one such project.
-- Grain: technician_id, with $each also job_id (the project's last commissioning).
-- A commissioning is the project's last one of a half-year when no later one finished by that half-year's end;
-- its own half-year is the one in which its months end. A project earns once: in the first half-year it can.
with considered as (
  select project_key, project_id, job_id, technician_id, category, finished_on, repeat_of, repeat_cause,
    original_project_key, _import_id, _file_id, _line
  from marts.finished_jobs
  where finished_on <= $until::date
),

-- Of one technician, only the projects that he or she worked on need to be judged, with everybody's jobs on them.
concerned as (
  select distinct project_key from considered where technician_id = $technician::varchar
),

windows as (
  select
    project_key, project_id, job_id, technician_id, finished_on, _import_id, _file_id, _line,
    (finished_on + to_months($months::integer))::date as ends_on,
    (date_trunc('year', finished_on + to_months($months::integer))
      + to_months(if(month(finished_on + to_months($months::integer)) <= 6, 6, 12))
      - interval 1 day)::date as half_ends_on,
    lead(finished_on) over (partition by project_key order by finished_on, length(job_id), job_id) as next_on
  from considered
  where
    category = $category::varchar and repeat_of is null
    and ($technician::varchar is null or project_key in (select project_key from concerned))
),

repeats as (
  select original_project_key as project_key, job_id, finished_on
  from considered
  where
    repeat_of is not null and original_project_key is not null
    and list_contains($causes::varchar[], repeat_cause)
),

judged as (
  select
    w.*,
    (
      select min_by(r.job_id, r.finished_on) from repeats r
      where r.project_key = w.project_key and r.finished_on > w.finished_on and r.finished_on <= w.ends_on
    ) as repeated_by
  from windows w
  where w.ends_on <= $until::date and (w.next_on is null or w.next_on > w.half_ends_on)
),

earning as (
  select
    *,
    repeated_by is null
    and row_number() over (partition by project_key, repeated_by is null order by ends_on, length(job_id), job_id) = 1
      as earns
  from judged
)

select
  e.technician_id,
  case when $each::boolean then e.job_id end as job_id,
  any_value(case when $each::boolean then e.project_id end) as project_id,
  any_value(case when $each::boolean then e.finished_on end) as finished_on,
  any_value(case when $each::boolean then e.ends_on end) as ends_on,
  any_value(case when $each::boolean then e.repeated_by end) as repeated_by,
  count(*) filter (e.earns)::integer as projects,
  any_value(case when $each::boolean then e._import_id end)::integer as source_import,
  any_value(case when $each::boolean then f.file end) as source_file,
  any_value(case when $each::boolean then f.sheet end) as source_sheet,
  any_value(case when $each::boolean then e._line end)::integer as source_line
from earning e
left join loads.files f on f.file_id = e._file_id
where e.ends_on >= $from::date and ($technician::varchar is null or e.technician_id = $technician::varchar)
group by 1, 2
order by 1, 2
