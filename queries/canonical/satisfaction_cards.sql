-- One row is a call of the service desk with its satisfaction card, where one went out (S-06).
-- Grain: call_id.
select
  c.call_id, c.technician_id, c.customer_id, c.called_at::date as called_on,
  s.sent_on, s.returned_on,
  s.attitude::integer as attitude, s.skill::integer as skill,
  s.arrival::integer as arrival, s.promises::integer as promises, s.comment,
  coalesce(s._import_id, c._import_id) as _import_id,
  coalesce(s._file_id, c._file_id) as _file_id,
  coalesce(s._line, c._line) as _line
from raw.service_calls c
left join raw.surveys s on s.call_id = c.call_id
