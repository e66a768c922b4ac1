-- One row is a customer asked for by its number, with its name and its owner in the register.
-- Grain: customer_id.
select customer_id, name, owner
from canonical.customers c
where list_contains($customers::varchar[], c.customer_id)
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by c.customer_id
