-- One row is somebody of the sales departments, from the day of joining to that of leaving.
-- Grain: salesperson_id.
select
  salesperson_id, name, role, department, branch, region, joined_on, left_on,
  _import_id, _file_id, _line
from raw.salespeople
