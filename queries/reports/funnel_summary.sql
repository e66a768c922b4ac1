-- One row: the cohort of a period and what is open at the as-of date (F-03, F-05).
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
seen as (
  select o.*, case when signed_on <= $as_of::date then coalesce(signed_amount, expected_amount, 0) end as signed_worth
  from marts.opportunity_stages o
  where true
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
),
cohort as (
  select * from seen where created_on between $from::date and least($to::date, $as_of::date)
),
open as (
  select
    expected_amount,
    case when way[-1].day <= $as_of::date then way[-1] else list_filter(way, lambda e: e.day <= $as_of::date)[-1] end
      as entry
  from seen
  where (created_on is null or created_on <= $as_of::date) and (closed_on is null or closed_on > $as_of::date)
)
select
  (select count(*) from cohort)::integer as created,
  (select coalesce(sum(coalesce(signed_worth, expected_amount, 0)), 0) from cohort)::decimal(18, 2) as amount,
  (select count(signed_worth) from cohort)::integer as signed,
  (select coalesce(sum(signed_worth), 0) from cohort)::decimal(18, 2) as signed_amount,
  (select count(*) from open)::integer as open,
  (select coalesce(sum(expected_amount), 0) from open)::decimal(18, 2) as open_amount,
  (select count(*) from open where entry.day < $stalled_before::date)::integer as stalled
