-- One row is an opportunity created in some months, with what became of it by the as-of date (F-03).
-- Grain: opportunity_id.
-- The same cohort, states and amounts as in cohorts.sql; closed is signed or lost. $within keeps those signed within so many days of creation.
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
    o.opportunity_id, (o.closed_on - o.created_on)::integer as days,
    case when o.closed_on <= $as_of::date and o.outcome = 'signed' then coalesce(o.signed_amount, o.expected_amount, 0)
      else coalesce(o.expected_amount, 0) end as amount,
    case
      when o.closed_on <= $as_of::date then o.outcome
      else 'open'
    end as state
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
  o.opportunity_id, o.name, o.customer_id, o.customer_name, o.grade, o.department, o.region, o.salesperson, o.product,
  o.source, o.created_on,
  c.state, case when c.state <> 'open' then o.closed_on end as closed_on,
  case when c.state <> 'open' then c.days end as cycle_days,
  c.amount::decimal(18, 2) as amount,
  o._import_id as source_import, l.file as source_file, l.sheet as source_sheet, o._line as source_line
from cohort c
join canonical.opportunities o on o.opportunity_id = c.opportunity_id
left join loads.files l on l.file_id = o._file_id
where ($state::varchar is null or c.state = $state::varchar or ($state::varchar = 'closed' and c.state <> 'open'))
  and ($within::integer is null or (c.state = 'signed' and c.days <= $within::integer))
order by c.amount desc, c.opportunity_id
