-- One row: what is open at the as-of date, and what of it stands still (F-05).
-- Grain: one row.
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
entered as (
  select
    o.expected_amount,
    -- The latest entry by the date; mostly the last of all.
    case when way[-1].day <= $as_of::date then way[-1].day
      else list_filter(way, lambda e: e.day <= $as_of::date)[-1].day end as entered_on
  from marts.opportunity_stages o
  where (o.created_on is null or o.created_on <= $as_of::date)
    and (o.closed_on is null or o.closed_on > $as_of::date)
    and ($departments::varchar[] is null or list_contains($departments::varchar[], o.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], o.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], o.owner))
    and ($grades::varchar[] is null or list_contains($grades::varchar[], o.grade))
    and ($products::varchar[] is null or list_contains($products::varchar[], o.product))
    and ($tiers::varchar[] is null or o.customer_id in (
      select customer_id from tiers where list_contains($tiers::varchar[], tier)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], o.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], o.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], o.owner))
)
select
  count(*)::integer as open,
  coalesce(sum(expected_amount), 0)::decimal(18, 2) as open_amount,
  (count(*) filter (entered_on < $stalled_before::date))::integer as stalled
from entered
