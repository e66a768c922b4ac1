-- One row is a customer whose name or number contains what was typed; those that begin with it come first.
-- Grain: customer_id.
select c.customer_id, c.name, c.kind, c.department, c.region, c.owner, c.grade, c.tier, c.admitted_on
from canonical.customers c
where ($typed::varchar = '' or contains(lower(c.name), lower($typed::varchar)) or contains(lower(c.customer_id), lower($typed::varchar)))
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by
  case when lower(c.customer_id) = lower($typed::varchar) then 0
    when starts_with(lower(c.customer_id), lower($typed::varchar)) or starts_with(lower(c.name), lower($typed::varchar)) then 1
    else 2 end,
  c.customer_id
limit $most::integer
