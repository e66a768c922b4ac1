-- One row is an incident with one of some customers found in a span of days (R-03).
-- Grain: incident_id.
select
  i.customer_id, i.incident_id, i.kind, i.occurred_on, i.found_on,
  i._import_id as source_import, f.file as source_file, f.sheet as source_sheet, i._line as source_line
from canonical.incidents i
left join loads.files f on f.file_id = i._file_id
where i.customer_id in (select unnest($customers::varchar[])) and i.found_on between $found_from::date and $as_of::date
order by i.customer_id, i.found_on, i.incident_id
