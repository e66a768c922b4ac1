-- One row: how many sales up to a day bear no due date and get none from the company's term, and their sum (A-03).
-- Grain: one row.
select count(*)::integer as sales, coalesce(sum(l.amount), 0)::decimal(18,2) as amount
from canonical.entries l
left join canonical.customers c on c.customer_id = l.customer_id
where l.kind = 'sale' and l.due_on is null and $default_term::integer is null and l.date <= $as_of::date
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
  and ($products::varchar[] is null or list_contains($products::varchar[], l.product))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
