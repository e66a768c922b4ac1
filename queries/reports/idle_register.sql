-- One row is a customer of the trade, with what the register says of it, in the order of customer numbers (I).
-- Grain: customer_id.
select
  k.customer_key, c.customer_id, c.name, c.department, c.region, c.owner, c.grade, c.tier,
  c.collected_on, c.entered_on, c.assigned_on, c.admitted_on
from canonical.customers c
join marts.customer_keys k on k.customer_id = c.customer_id
where c.kind = 'trade'
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by c.customer_id
