-- One row: the sales up to a day at which a customer lacked something, each once whatever it lacked (Q-07).
-- Grain: one row.
select count(*)::integer as sales, coalesce(sum(amount), 0)::decimal(18, 2) as amount
from (
  select b.entry_id, b.line_no, any_value(b.amount) as amount
  from canonical.admission_breaches b
  join canonical.customers c on c.customer_id = b.customer_id
  where
    b.date <= $as_of::date
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
  group by b.entry_id, b.line_no
)
