-- One row is an entry of a blacklist listed by a day, ended ones too (R-10).
-- Grain: customer_id, scope, department, listed_on, made_in.
-- A removal that is still to come on that day is none yet (T-05).
select
  b.customer_id, coalesce(c.name, b.customer_id) as name, b.scope, b.department, b.listed_on,
  case when b.removed_on <= $as_of::date then b.removed_on end as removed_on, b.reason, b.made_in, b.entry_id,
  c.department as customer_department,
  b._import_id as source_import, f.file as source_file, f.sheet as source_sheet, b._line as source_line
from canonical.blacklist b
left join canonical.customers c on c.customer_id = b.customer_id
left join loads.files f on f.file_id = b._file_id
where b.listed_on <= $as_of::date
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by b.customer_id, b.scope, b.department nulls last, b.listed_on, b.made_in
