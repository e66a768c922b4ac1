-- One row is a group's closed opportunities, closed from the first to the last day, or with $created created then (F-06).
-- Grain: group.
-- Days run from created to closed, of the signed ones whose creation is dated.
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
    o.outcome, o.signed_amount, o.expected_amount, o.closed_on - o.created_on as days
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
)
select
  "group",
  (count(*) filter (outcome = 'signed'))::integer as signed,
  (count(*) filter (outcome = 'lost'))::integer as lost,
  (count(signed_amount) filter (outcome = 'signed'))::integer as with_amount,
  coalesce(sum(signed_amount) filter (outcome = 'signed'), 0)::decimal(18, 2) as signed_amount,
  coalesce(sum(expected_amount) filter (outcome = 'lost'), 0)::decimal(18, 2) as lost_amount,
  (count(days) filter (outcome = 'signed'))::integer as cycles,
  coalesce(sum(days) filter (outcome = 'signed'), 0)::integer as cycle_days,
  (quantile_cont(days, 0.5) filter (outcome = 'signed'))::double as median_cycle
from closed
group by "group"
order by "group"
