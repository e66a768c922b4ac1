-- One row is a stage of the funnel of one group of the cohort (F-03, F-05).
-- Grain: whole, group, position.
-- The whole has rows of its own beside the groups: its median is not one of theirs.
-- The cohort is created in the period and by the as-of date; entries after the as-of date do not count.
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
  select
    case $by::varchar
      when 'grade' then o.grade
      when 'department' then o.department
      when 'region' then o.region
      when 'salesperson' then o.salesperson
      when 'product' then o.product
      when 'source' then o.source
    end as "group",
    -- Reached by the as-of date: an entry of the stage or of a later one.
    least(contacted_on, solution_on, negotiation_on, signed_on) <= $as_of::date as contacted,
    least(solution_on, negotiation_on, signed_on) <= $as_of::date as solution,
    least(negotiation_on, signed_on) <= $as_of::date as negotiation,
    signed_on <= $as_of::date as signed,
    case when signed_on <= $as_of::date then coalesce(signed_amount, expected_amount, 0)
      else coalesce(expected_amount, 0) end as amount,
    case when left_identified_on <= $as_of::date then left_identified_on - identified_on end as in_identified,
    case when left_contacted_on <= $as_of::date then left_contacted_on - contacted_on end as in_contacted,
    case when left_solution_on <= $as_of::date then left_solution_on - solution_on end as in_solution,
    case when left_negotiation_on <= $as_of::date then left_negotiation_on - negotiation_on end as in_negotiation
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
groups as (
  select
    "group", grouping("group") = 1 as whole,
    unnest([
      {position: 1, reached: count(*), amount: sum(amount), days: quantile_cont(in_identified, [0.5, 0.9])},
      {position: 2, reached: count(*) filter (contacted), amount: sum(amount) filter (contacted),
        days: quantile_cont(in_contacted, [0.5, 0.9])},
      {position: 3, reached: count(*) filter (solution), amount: sum(amount) filter (solution),
        days: quantile_cont(in_solution, [0.5, 0.9])},
      {position: 4, reached: count(*) filter (negotiation), amount: sum(amount) filter (negotiation),
        days: quantile_cont(in_negotiation, [0.5, 0.9])},
      {position: 5, reached: count(*) filter (signed), amount: sum(amount) filter (signed), days: null::double[]}
    ]) as stage
  from cohort
  group by grouping sets (("group"), ())
)
select
  "group",
  whole,
  stage.position::integer as position,
  stage.reached::integer as reached,
  coalesce(stage.amount, 0)::decimal(18, 2) as amount,
  stage.days[1]::double as median_days,
  stage.days[2]::double as p90_days
from groups
where (whole or $by::varchar <> 'none') and (not whole or (select max(g.stage.reached) from groups g) > 0)
order by whole, "group", position
