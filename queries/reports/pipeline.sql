-- One row is a group's open opportunities of one grade at one stage, as of the date (F-02, F-04, F-05).
-- Grain: group, grade, position.
-- position is that by which F-07 weighs; null where no entry is dated by then.
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
open as (
  select
    case $by::varchar
      when 'grade' then o.grade
      when 'department' then o.department
      when 'region' then o.region
      when 'salesperson' then o.salesperson
      when 'product' then o.product
      when 'source' then o.source
    end as "group",
    o.grade, o.expected_amount, o.way,
    -- The latest entry by the date; mostly the last of all.
    case when way[-1].day <= $as_of::date then way[-1] else list_filter(way, lambda e: e.day <= $as_of::date)[-1] end
      as entry
  from marts.opportunity_stages o
  where (o.created_on is null or o.created_on <= $as_of::date)
    and (o.closed_on is null or o.closed_on > $as_of::date)
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
weighed as (
  select
    "group", grade, expected_amount, entry.day as entered_on,
    -- F-07 weighs by the last stage it stood in: one that the history calls lost, but that is open again, by what was before.
    case when entry.position = 6
      then list_filter(way, lambda e: e.day <= $as_of::date and e.position < 6)[-1].position else entry.position end
      as position
  from open
)
select
  "group", grade, position::integer as position,
  count(*)::integer as open,
  count(expected_amount)::integer as with_amount,
  coalesce(sum(expected_amount), 0)::decimal(18, 2) as amount,
  (count(*) filter (entered_on < $stalled_before::date))::integer as stalled
from weighed
group by all
order by all
