-- One row is a sale of spare parts by a technician; it earns in the quarter in which it was received in full (B-09).
-- Grain: sale_id.
select
  sale_id, technician_id, customer_id, date, component_cost, component_price, service_days, service_fee,
  received_amount, received_in_full_on,
  _import_id, _file_id, _line
from raw.parts_sales
