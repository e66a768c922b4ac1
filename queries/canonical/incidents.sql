-- One row is an incident with a customer; it was found on found_on, else on the day it occurred (R-03).
-- Grain: incident_id.
select
  incident_id, customer_id, department, kind, occurred_on,
  coalesce(found_on, occurred_on) as found_on,
  note,
  _import_id, _file_id, _line
from raw.incidents
