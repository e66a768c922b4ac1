-- One row is an entry of a blacklist, in force from listed_on until the day before removed_on (R-10).
-- Grain: customer_id, scope, department, listed_on.
-- A department's entry concerns that department alone, the company's entry everybody: department is empty there.
select
  customer_id, scope,
  case scope when 'department' then department end as department,
  listed_on, removed_on, reason,
  _import_id, _file_id, _line
from raw.blacklist
