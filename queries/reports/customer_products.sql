-- One row is a product that a customer bought or returned in the 24 months up to a day.
-- Grain: product (empty where a row names none).
select
  l.product,
  coalesce(sum(case l.kind when 'sale' then l.amount else -l.amount end) filter (where l.date >= $year_from::date), 0)
    ::decimal(18,2) as net_sales,
  coalesce(sum(case l.kind when 'sale' then l.amount else -l.amount end) filter (where l.date < $year_from::date), 0)
    ::decimal(18,2) as net_sales_before,
  max(l.date) filter (where l.kind = 'sale') as last_sale_on
from canonical.ledger l
left join canonical.customers c on c.customer_id = l.customer_id
where l.customer_id = $customer_id::varchar and l.kind in ('sale', 'return')
  and l.date between $before_from::date and $as_of::date
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
group by 1
order by 2 desc, 1 nulls last
