-- One row is an opportunity that a cell of the funnel counts (F-03), with its amount and its way as of the date.
-- Grain: opportunity_id.
-- The same cohort, group and entries as in funnel.sql. $group null is what has no group; $every_group takes them all.
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
    o.*,
    case
      when signed_on <= $as_of::date then 5
      when negotiation_on <= $as_of::date then 4
      when solution_on <= $as_of::date then 3
      when contacted_on <= $as_of::date then 2
      else 1
    end as reached
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
)
select
  c.opportunity_id, o.name, c.customer_id, o.customer_name, c.grade, c.department, c.region, c.salesperson,
  c.product, c.source, c.created_on,
  c.reached::integer as reached,
  case when c.contacted_on <= $as_of::date then c.contacted_on end as contacted_on,
  case when c.solution_on <= $as_of::date then c.solution_on end as solution_on,
  case when c.negotiation_on <= $as_of::date then c.negotiation_on end as negotiation_on,
  case when c.signed_on <= $as_of::date then c.signed_on end as signed_on,
  case when o.stage = 'lost' and c.closed_on <= $as_of::date then c.closed_on end as lost_on,
  (case when c.signed_on <= $as_of::date then coalesce(c.signed_amount, c.expected_amount, 0)
    else coalesce(c.expected_amount, 0) end)::decimal(18, 2) as amount,
  o._import_id as source_import, f.file as source_file, f.sheet as source_sheet, o._line as source_line
from cohort c
join canonical.opportunities o on o.opportunity_id = c.opportunity_id
left join loads.files f on f.file_id = o._file_id
where c.reached >= $position::integer
  and ($every_group::boolean or c."group" is not distinct from $group::varchar)
order by amount desc, c.opportunity_id
