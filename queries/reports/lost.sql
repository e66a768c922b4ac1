-- One row is a group's lost opportunities with one reason, that had reached one stage (F-09).
-- Grain: group, reason, position.
-- Closed from the first to the last day, or with $created created then; lost by the as-of date.
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
lost as (
  select
    case $by::varchar
      when 'grade' then o.grade
      when 'department' then o.department
      when 'region' then o.region
      when 'salesperson' then o.salesperson
      when 'product' then o.product
      when 'source' then o.source
    end as "group",
    o.opportunity_id, o.expected_amount,
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
    and o.outcome = 'lost'
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
  l."group", c.lost_reason as reason, l.reached::integer as position,
  count(*)::integer as count,
  coalesce(sum(l.expected_amount), 0)::decimal(18, 2) as amount
from lost l
join canonical.opportunities c on c.opportunity_id = l.opportunity_id
group by all
order by all
