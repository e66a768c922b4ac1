-- One row is a person of the service department.
-- Grain: technician_id.
select
  technician_id, name, role, department, region, joined_on, left_on,
  _import_id, _file_id, _line
from raw.technicians
