-- One row is a sale up to a day and something that its customer lacked on its day (Q-07).
-- Grain: entry_id, line_no, finding.
select
  b.finding, b.customer_id, c.name, c.department, c.owner, b.date, b.entry_id, b.line_no,
  b.amount::decimal(18, 2) as amount, b.product, b.contract_id, b.lapsed_on,
  b._import_id as source_import, f.file as source_file, f.sheet as source_sheet, b._line as source_line
from canonical.admission_breaches b
join canonical.customers c on c.customer_id = b.customer_id
left join loads.files f on f.file_id = b._file_id
where
  b.date <= $as_of::date
  and ($customers::varchar[] is null or b.customer_id in (select unnest($customers::varchar[])))
  and ($findings::varchar[] is null or list_contains($findings::varchar[], b.finding))
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by b.date desc, b.entry_id, b.line_no nulls first, b.finding
