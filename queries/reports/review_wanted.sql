-- One row is a customer whom the filters of a review and the viewer's scope leave.
-- Grain: customer_id.
-- Whether it is in a base, and its tier there, the review knows itself.
select c.customer_id
from canonical.customers c
where c.kind = 'trade'
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
  and ($products::varchar[] is null or c.customer_id in (
    select customer_id from canonical.entries
    where kind = 'sale' and date <= $period_end::date and list_contains($products::varchar[], product)))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
