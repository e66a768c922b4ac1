-- One row is a department with its base and what it holds of each tier on a day (Q-02, Q-03, Q-05).
-- Grain: group.
-- The filters choose departments, by whether such a customer is there; they never change what is counted.
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
      and ($products::varchar[] is null or c.customer_id in (
        select customer_id from canonical.entries
        where kind = 'sale' and date between $sold_from::date and $as_of::date
          and list_contains($products::varchar[], product)))
      and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
      and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
      and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner)) as wanted
  from canonical.customers c
  left join decided d on d.customer_id = c.customer_id
  where c.kind = 'trade'
    -- A department is a group of its own: others need not be counted.
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
)
select
  department as "group",
  (count(*) filter (where in_base))::integer as base,
  (count(*) filter (where in_base and tier = 'vip'))::integer as vip,
  (count(*) filter (where in_base and tier = 'preferred'))::integer as preferred
from customer
group by 1
having bool_or(wanted)
order by 1 nulls last
