-- One row is a service job with the import it stands under: all that is asked where a change came from.
-- Grain: job_id.
select job_id, _import_id, _file_id, _line
from raw.jobs
