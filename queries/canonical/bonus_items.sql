-- One row is an amount that another regulation grants a technician for a period (B-10).
-- Grain: item_id.
select item_id, technician_id, period, regulation, amount, payer, note, _import_id, _file_id, _line
from raw.bonus_items
