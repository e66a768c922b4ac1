-- One row is a reward or a fault of a technician (B-03, B-06, B-07).
-- Grain: event_id.
select event_id, technician_id, date, kind, personal_cause, amount, note, _import_id, _file_id, _line
from raw.service_events
