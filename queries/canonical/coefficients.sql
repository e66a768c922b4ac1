-- One row is what a work type is worth from a day on (B-01).
-- Grain: work_type, effective_from.
select work_type, category, points, effective_from, _import_id, _file_id, _line
from raw.coefficients
