-- One row is the assessment of a technician for a quarter (B-05).
-- Grain: quarter, technician_id.
select quarter, technician_id, score, _import_id, _file_id, _line
from raw.assessments
