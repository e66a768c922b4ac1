-- One row is an amount that another regulation grants, of a period that lies in the one asked for (B-10).
-- Grain: item_id.
select
  b.item_id, b.technician_id, t.name, t.role, b.period, b.regulation,
  b.amount::decimal(18, 2) as amount, b.payer, b.note,
  b._import_id as source_import, f.file as source_file, f.sheet as source_sheet, b._line as source_line
from canonical.bonus_items b
left join canonical.technicians t on t.technician_id = b.technician_id
left join loads.files f on f.file_id = b._file_id
where
  b.period = $period::varchar
  and ($departments::varchar[] is null or list_contains($departments::varchar[], t.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], t.region))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], t.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], t.region))
  and $scope_owners::varchar[] is null
order by b.technician_id, b.item_id
