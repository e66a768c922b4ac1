-- One row is a satisfaction card that had come back by a day, of a call of a period (S-06).
-- Grain: call_id.
select
  c.call_id, c.technician_id, t.name, c.customer_id, k.name as customer_name, c.called_on, c.returned_on,
  c.attitude, c.skill, c.arrival, c.promises, c.comment,
  c._import_id as source_import, f.file as source_file, f.sheet as source_sheet, c._line as source_line
from canonical.satisfaction_cards c
left join canonical.technicians t on t.technician_id = c.technician_id
left join canonical.customers k on k.customer_id = c.customer_id
left join loads.files f on f.file_id = c._file_id
where
  c.called_on between $from::date and $until::date and c.returned_on <= $as_of::date
  and list_contains($technicians::varchar[], c.technician_id)
order by c.called_on, c.call_id
