-- One row is a decision on one customer's tier, effective by a day (Q-05).
-- Grain: effective_on, made_in.
select
  d.effective_on, d.tier, d.period, d.score::decimal(18,2) as score, d.reason, d.made_in,
  d._import_id as source_import, f.file as source_file, f.sheet as source_sheet, d._line as source_line
from canonical.tier_decisions d
left join canonical.customers c on c.customer_id = d.customer_id
left join loads.files f on f.file_id = d._file_id
where d.customer_id = $customer_id::varchar and d.effective_on <= $as_of::date
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by d.effective_on desc, d.made_in desc
