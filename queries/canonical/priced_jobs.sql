-- One row is a service job with the coefficient in force on the day it finished (B-01).
-- Grain: job_id.
-- A job without a project is a project of its own (B-08); the prefix keeps the two kinds of number apart.
-- Coefficients are joined by their span, not as of a day: that would sort every job.
select
  j.job_id, j.technician_id, j.customer_id, j.project_id,
  case when j.project_id is null then 'job:' || j.job_id else 'project:' || j.project_id end as project_key,
  j.work_type, j.quantity, j.points,
  c.points as coefficient,
  c.effective_from as coefficient_from,
  coalesce(c.category, f.first_category) as category,
  j.started_on, j.finished_on, j.repeat_of, j.repeat_cause, j.record_signed,
  j._import_id, j._file_id, j._line
from raw.jobs j
left join canonical.coefficient_spans c
  on c.work_type = j.work_type and j.finished_on >= c.effective_from and j.finished_on < c.until
left join (select distinct work_type, first_category from canonical.coefficient_spans) f on f.work_type = j.work_type
