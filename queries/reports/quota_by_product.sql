-- One row is a product, or a product of a department, sold lately, with its base and what it holds of each tier (Q-04).
-- Grain: department (empty where departments are not told apart), product.
-- The filters choose rows, by whether such a customer is there; they never change what is counted.
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select
    c.customer_id, c.department, coalesce(d.tier, c.tier) as tier,
    coalesce(c.admitted_on <= $as_of::date, false) and not exists (
      select 1 from canonical.blacklist b
      where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
        and b.listed_on <= $as_of::date and (b.removed_on is null or b.removed_on > $as_of::date)
    ) as in_base,
    ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
      and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
      and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
      and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
      and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
      and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
      and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner)) as wanted
  from canonical.customers c
  left join decided d on d.customer_id = c.customer_id
  where c.kind = 'trade'
),
bought as (
  select distinct customer_id, product
  from canonical.entries
  where kind = 'sale' and date between $sold_from::date and $as_of::date
    and ($products::varchar[] is null or list_contains($products::varchar[], product))
)
select
  case when $by_department::boolean then c.department end as department,
  b.product,
  (count(*) filter (where c.in_base))::integer as base,
  (count(*) filter (where c.in_base and c.tier = 'vip'))::integer as vip,
  (count(*) filter (where c.in_base and c.tier = 'preferred'))::integer as preferred
from bought b
join customer c on c.customer_id = b.customer_id
group by 1, 2
having bool_or(c.wanted)
order by 1 nulls last, 2 nulls last
