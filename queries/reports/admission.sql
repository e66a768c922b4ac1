-- One row is a customer that bought up to a day while it lacked something: a contract in force, a licence, a
-- qualification, its admission (Q-07).
-- Grain: customer_id, finding.
select
  b.customer_id, any_value(c.name) as name, any_value(c.department) as department, any_value(c.region) as region,
  any_value(c.owner) as owner, b.finding, min(b.date) as since, max(b.date) as last_sale_on,
  any_value(b.lapsed_on) as lapsed_on, count(*)::integer as sales, sum(b.amount)::decimal(18, 2) as sales_since
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
group by b.customer_id, b.finding
order by b.customer_id, b.finding
