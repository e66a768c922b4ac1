-- One row is a service job as it was loaded, without price and original: what a few jobs are looked up in.
-- Grain: job_id.
select job_id, technician_id, customer_id, work_type, finished_on, repeat_of, _import_id, _file_id, _line
from raw.jobs
