-- One row is a month in which opportunities were created, and what became of them by the as-of date (F-03, F-06).
-- Grain: month.
-- signed_30 and the like: signed within so many days of creation.
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
    o.created_on, o.closed_on - o.created_on as days, o.expected_amount,
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
  strftime(created_on, '%Y-%m') as month,
  count(*)::integer as created,
  sum(amount)::decimal(18, 2) as amount,
  (count(*) filter (state = 'signed'))::integer as signed,
  coalesce(sum(amount) filter (state = 'signed'), 0)::decimal(18, 2) as signed_amount,
  (count(*) filter (state = 'lost'))::integer as lost,
  (count(*) filter (state = 'open'))::integer as open,
  (count(*) filter (state = 'signed' and days <= 30))::integer as signed_30,
  (count(*) filter (state = 'signed' and days <= 60))::integer as signed_60,
  (count(*) filter (state = 'signed' and days <= 90))::integer as signed_90,
  (count(*) filter (state = 'signed' and days <= 180))::integer as signed_180,
  (quantile_cont(days, 0.5) filter (state = 'signed'))::double as cycle_days
from cohort
group by all
order by all
