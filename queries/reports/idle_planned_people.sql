-- One row is a salesperson with the visits planned for some days that had not taken place by the as-of date (V-07).
-- Grain: salesperson.
select p.salesperson, count(*)::integer as visits
from canonical.visits p
join canonical.customers c on c.customer_id = p.customer_id
where p.planned_for between $from_on::date and $to_on::date
  and p.planned_for >= $as_of::date and (p.visited_at is null or p.visited_at >= $as_of::date + 1)
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
group by p.salesperson
order by p.salesperson
