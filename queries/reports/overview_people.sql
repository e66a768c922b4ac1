-- One row is a department and a salesperson that sold in the as-of date's year: net sales of the year and month (A-01).
-- Grain: department, salesperson.
select
  l.department, l.salesperson,
  sum(case l.kind when 'sale' then l.amount else -l.amount end)::decimal(18, 2) as net_sales,
  coalesce(
    sum(case l.kind when 'sale' then l.amount else -l.amount end)
      filter (l.date >= date_trunc('month', $as_of::date)::date),
    0
  )::decimal(18, 2) as net_sales_month
from canonical.ledger l
left join canonical.customers c on c.customer_id = l.customer_id
where l.kind in ('sale', 'return')
  and l.date between date_trunc('year', $as_of::date)::date and $as_of::date
  and ($departments::varchar[] is null or list_contains($departments::varchar[], l.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], l.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
group by all
order by l.department nulls last, l.salesperson nulls last
