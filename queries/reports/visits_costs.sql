-- One row is a customer for whom gifts or receptions were paid in a period, against its sales (V-11).
-- Grain: customer_id.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id, c.name, c.department, c.owner
  from canonical.customers c
  left join tiers t on t.customer_id = c.customer_id
  where true
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
    and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
    and ($tiers::varchar[] is null or (
      c.admitted_on <= $as_of::date and list_contains($tiers::varchar[], coalesce(t.tier, c.tier))))
    and ($products::varchar[] is null or c.customer_id in (
      select customer_id from canonical.ledger
      where kind = 'sale' and date <= $as_of::date and list_contains($products::varchar[], product)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
cost as (
  select v.customer_id,
    sum(v.gift_cost) as gift_cost, sum(v.reception_cost) as reception_cost,
    count(*) as forms, count(*) filter (not v.approved_before) as unapproved
  from canonical.visits v
  left join customer c on c.customer_id = v.customer_id
  where v.visited_at >= $from::date and v.contact_on between $from::date and $until::date
    and coalesce(v.gift_cost, 0) + coalesce(v.reception_cost, 0) > 0
    and ($unfiltered::boolean or c.customer_id is not null)
  group by 1
),
sold as (
  select customer_id, sum(net_sales) as net_sales
  from marts.sale_days join marts.customer_keys using (customer_key) where date between $from::date and $until::date group by 1
)
select
  k.customer_id, c.name, c.department, c.owner,
  coalesce(k.gift_cost, 0)::decimal(18, 2) as gift_cost,
  coalesce(k.reception_cost, 0)::decimal(18, 2) as reception_cost,
  (coalesce(k.gift_cost, 0) + coalesce(k.reception_cost, 0))::decimal(18, 2) as cost,
  coalesce(s.net_sales, 0)::decimal(18, 2) as net_sales,
  k.forms::integer as forms, k.unapproved::integer as unapproved
from cost k
left join customer c on c.customer_id = k.customer_id
left join sold s on s.customer_id = k.customer_id
order by cost desc, k.customer_id
