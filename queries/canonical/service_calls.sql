-- One row is a call for service of a customer.
-- Grain: call_id.
select
  call_id, customer_id, product_model, zone, charge_type, called_at, dispatched_at, technician_id, arrived_at,
  promised_at, completed_at, closed_at, voucher_no, voucher_signed, fee, collected_on, invoiced_on,
  _import_id, _file_id, _line
from raw.service_calls
