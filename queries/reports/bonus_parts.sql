-- One row is a sale of parts received in full in the quarter (B-09), of one technician or of all.
-- Grain: sale_id.
select
  p.sale_id, p.technician_id, p.received_in_full_on,
  p.component_cost::decimal(18, 2) as component_cost,
  p.component_price::decimal(18, 2) as component_price,
  p.service_days::decimal(18, 3) as service_days,
  p.service_fee::decimal(18, 2) as service_fee,
  p.received_amount::decimal(18, 2) as received_amount,
  p._import_id as source_import, f.file as source_file, f.sheet as source_sheet, p._line as source_line
from canonical.parts_sales p
left join loads.files f on f.file_id = p._file_id
where
  p.received_in_full_on between $from::date and $until::date
  and ($technician::varchar is null or p.technician_id = $technician::varchar)
order by p.technician_id, p.received_in_full_on, p.sale_id
