-- One row is a contract of a customer (Q-07).
-- Grain: contract_id.
select
  k.contract_id, k.kind, k.product, k.amount::decimal(18, 2) as amount, k.signed_on, k.starts_on, k.expires_on,
  k.renewed_by,
  k._import_id as source_import, f.file as source_file, f.sheet as source_sheet, k._line as source_line
from canonical.contracts k
join canonical.customers c on c.customer_id = k.customer_id
left join loads.files f on f.file_id = k._file_id
where
  k.customer_id = $customer_id::varchar
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by k.starts_on desc nulls last, k.contract_id
