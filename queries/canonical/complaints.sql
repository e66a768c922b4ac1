-- One row is a complaint of a customer.
-- Grain: complaint_id.
select
  complaint_id, customer_id, kind, severity, urgent, received_at, assigned_to, resolved_at, content,
  _import_id, _file_id, _line
from raw.complaints
