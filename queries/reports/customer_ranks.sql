-- One row is a year in which a customer bought or returned something: its place among all customers of the year by net sales (A-08).
-- Grain: year (its first day).
with mine as (
  select m.customer_key from marts.customer_keys m
  join canonical.customers c on c.customer_id = m.customer_id
  where m.customer_id = $customer_id::varchar
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
-- Whole months from the rollup, the one that the day cuts from the ledger.
turnover as (
  select customer_key, month as day, net_sales from marts.customer_months
  where month < date_trunc('month', $as_of::date + 1)::date and (sales > 0 or net_sales <> 0)
  union all
  select k.customer_key, l.date, case l.kind when 'sale' then l.amount else -l.amount end
  from canonical.entries l
  join marts.customer_keys k on k.customer_id = l.customer_id
  where l.kind in ('sale', 'return') and l.date between date_trunc('month', $as_of::date + 1)::date and $as_of::date
),
yearly as (
  select date_trunc('year', day)::date as year, customer_key, sum(net_sales) as net_sales from turnover group by 1, 2
),
ranked as (
  select year, customer_key, rank() over (partition by year order by net_sales desc) as place,
    count(*) over (partition by year) as of_all
  from yearly
)
select year, place::integer as place, of_all::integer as of_all
from ranked where customer_key in (select customer_key from mine)
order by year desc
