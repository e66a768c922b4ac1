-- One row is a service job with the coefficient in force on the day it finished (B-01) and the job it repeats.
-- Grain: job_id.
-- To look for the job repeated is to read all of them twice: who does not need it reads priced_jobs.
select
  j.job_id, j.technician_id, j.customer_id, j.project_id, j.project_key, j.work_type, j.quantity, j.points,
  j.coefficient, j.coefficient_from, j.category, j.started_on, j.finished_on, j.repeat_of, j.repeat_cause,
  j.record_signed,
  o.technician_id as original_technician_id,
  case when o.project_id is null then 'job:' || o.job_id else 'project:' || o.project_id end as original_project_key,
  j._import_id, j._file_id, j._line
from canonical.priced_jobs j
left join raw.jobs o on o.job_id = j.repeat_of
