-- One row is an opportunity of the cohort that spent so many days in a stage before a later one (F-05).
-- Grain: opportunity_id.
-- The same days as in stage_times.sql, both bounds included; $most null has no upper one.
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
select
  o.opportunity_id, o.name, o.customer_id, o.customer_name, o.grade, o.department, o.region, o.salesperson, o.product,
  o.source, o.created_on,
  stay.days::integer as days, o.expected_amount,
  o._import_id as source_import, l.file as source_file, l.sheet as source_sheet, o._line as source_line
from stays s
join canonical.opportunities o on o.opportunity_id = s.opportunity_id
left join loads.files l on l.file_id = o._file_id
where stay.position = $position::integer
  and stay.days >= $least::integer
  and ($most::integer is null or stay.days <= $most::integer)
order by stay.days desc, o.opportunity_id
