-- One row is how many of the cohort spent so many days in a stage before a later one (F-05).
-- Grain: position, days.
-- The same days as in funnel.sql.
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
cohort as (
  select o.*
  from marts.opportunity_stages o
  where o.created_on between $from::date and least($to::date, $as_of::date)
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
stays as (
  select
    opportunity_id,
    unnest([
      {position: 1, days: case when left_identified_on <= $as_of::date then (left_identified_on - identified_on)::integer end},
      {position: 2, days: case when left_contacted_on <= $as_of::date then (left_contacted_on - contacted_on)::integer end},
      {position: 3, days: case when left_solution_on <= $as_of::date then (left_solution_on - solution_on)::integer end},
      {position: 4, days: case when left_negotiation_on <= $as_of::date then (left_negotiation_on - negotiation_on)::integer end}
    ]) as stay
  from cohort
)
select stay.position::integer as position, stay.days::integer as days, count(*)::integer as count
from stays
where stay.days is not null
group by all
order by all
