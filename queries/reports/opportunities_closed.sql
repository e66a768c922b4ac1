-- One row is a closed opportunity, signed or lost, with the stage it had reached and why it was lost (F-02, F-06, F-09).
-- Grain: opportunity_id.
-- The same groups and days as in pipeline_closed.sql and lost.sql. $group null is what has no group; $every_group takes
-- them all; $size and $met are the traits of win_loss.sql. $position keeps those that reached at least that stage, $reached those that got just so far, 0 is nowhere.
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
closed as (
  select
    case $by::varchar
      when 'grade' then o.grade
      when 'department' then o.department
      when 'region' then o.region
      when 'salesperson' then o.salesperson
      when 'product' then o.product
      when 'source' then o.source
    end as "group",
    o.*,
    case
      when signed_on <= $as_of::date then 5
      when negotiation_on <= $as_of::date then 4
      when solution_on <= $as_of::date then 3
      when contacted_on <= $as_of::date then 2
      when identified_on <= $as_of::date then 1
    end as reached
  from marts.opportunity_stages o
  where case when $created::boolean then o.created_on else o.closed_on end
      between $from::date and least($to::date, $as_of::date)
    and o.closed_on <= $as_of::date
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
met as (
  select distinct c.opportunity_id
  from closed c
  join canonical.contacts v on v.customer_id = c.customer_id
  where $met::boolean is not null
    and v.contact_role = 'decision_maker' and v.contact_on between c.created_on and c.closed_on
)
select
  c.opportunity_id, o.name, c.customer_id, o.customer_name, c.grade, c.department, c.region, c.salesperson,
  c.product, c.source, c.created_on, c.outcome, c.closed_on, (c.closed_on - c.created_on)::integer as cycle_days,
  c.reached::integer as reached,
  o.lost_reason, c.expected_amount, c.signed_amount,
  o._import_id as source_import, f.file as source_file, f.sheet as source_sheet, o._line as source_line
from closed c
join canonical.opportunities o on o.opportunity_id = c.opportunity_id
left join loads.files f on f.file_id = o._file_id
where ($outcome::varchar is null or c.outcome = $outcome::varchar)
  and ($size::varchar is null or $size::varchar = case
    when c.expected_amount >= (select median(expected_amount) from closed) then 'large'
    when c.expected_amount is not null then 'small'
    else 'none' end)
  and ($met::boolean is null or $met::boolean = (c.opportunity_id in (select opportunity_id from met)))
  and ($every_group::boolean or c."group" is not distinct from $group::varchar)
  and ($position::integer is null or coalesce(c.reached, 1) >= $position::integer)
  and ($reached::integer is null or coalesce(c.reached, 0) = $reached::integer)
  and ($without_reason::boolean is null or (o.lost_reason is null) = $without_reason::boolean)
  and ($reasons::varchar[] is null or list_contains($reasons::varchar[], o.lost_reason))
order by coalesce(c.signed_amount, c.expected_amount) desc nulls last, c.opportunity_id
