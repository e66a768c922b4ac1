-- One row is a value that opportunities can be filtered by, and how many it leaves under the other filters (F-04).
-- Grain: filter, value.
-- Of the opportunities created from the first to the last day; without $from of those open at the as-of date, and with
-- $closed of those closed by then too.
with tiers as (
  select c.customer_id, coalesce(d.tier, c.tier) as tier
  from canonical.customers c
  left join (
    select customer_id, arg_max(tier, (effective_on, made_in)) as tier
    from canonical.tier_decisions
    where effective_on <= $as_of::date
    group by customer_id
  ) d on d.customer_id = c.customer_id
  where c.kind = 'trade' and c.admitted_on <= $as_of::date
),
seen as materialized (
  select
    o.department, o.region, o.grade, o.product,
    $departments::varchar[] is null or coalesce(list_contains($departments::varchar[], o.department), false) as in_department,
    $regions::varchar[] is null or coalesce(list_contains($regions::varchar[], o.region), false) as in_region,
    $grades::varchar[] is null or coalesce(list_contains($grades::varchar[], o.grade), false) as in_grade,
    $products::varchar[] is null or coalesce(list_contains($products::varchar[], o.product), false) as in_product
  from marts.opportunity_stages o
  where case
      when $from::date is not null then o.created_on between $from::date and least($to::date, $as_of::date)
      else ((o.created_on is null or o.created_on <= $as_of::date) and (o.closed_on is null or o.closed_on > $as_of::date))
        or ($closed::boolean and o.closed_on <= $as_of::date)
    end
    and ($owners::varchar[] is null or list_contains($owners::varchar[], o.owner))
    and ($tiers::varchar[] is null or o.customer_id in (
      select customer_id from tiers where list_contains($tiers::varchar[], tier)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], o.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], o.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], o.owner))
)
select 'department' as filter, department as value, count(*)::integer as count
from seen where department is not null and in_region and in_grade and in_product group by department
union all
select 'region', region, count(*)::integer
from seen where region is not null and in_department and in_grade and in_product group by region
union all
select 'grade', grade, count(*)::integer
from seen where grade is not null and in_department and in_region and in_product group by grade
union all
select 'product', product, count(*)::integer
from seen where product is not null and in_department and in_region and in_grade group by product
order by filter, value
