-- One row is a finished job, priced and joined to the job that it repeats, once for all that rests on it.
-- Grain: job_id.
select
  job_id, technician_id, project_id, project_key, work_type, category, points, coefficient, quantity, finished_on,
  repeat_of, repeat_cause, record_signed, original_technician_id, original_project_key,
  _import_id, _file_id, _line
from canonical.jobs
where finished_on is not null
