-- One row is an incident with one customer found in a span of days (R-03).
-- Grain: incident_id.
select
  i.incident_id, i.kind, i.occurred_on, i.found_on, i.note,
  i._import_id as source_import, f.file as source_file, f.sheet as source_sheet, i._line as source_line
from canonical.incidents i
left join loads.files f on f.file_id = i._file_id
where i.customer_id = $customer_id::varchar and i.found_on between $found_from::date and $found_to::date
order by i.found_on, i.incident_id
