-- One row is a movement of the open pipeline between two days in a group of the split: how many, and how much (F-02 to
-- F-04).
-- Grain: group, movement.
-- opening + new + grown - shrunk - signed - lost = closing, opportunity by opportunity. An amount at a day is what was
-- loaded by then, for days before its first import what was loaded first; a signed one ends at its signed amount.
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
versions as (
  -- What an amount was before a later import replaced it: of the versions replaced after a day, the first.
  select
    opportunity_id,
    arg_min({amount: expected_amount}, replaced_at) filter (replaced_at::date > $from::date) as at_from,
    arg_min({amount: expected_amount}, replaced_at) filter (replaced_at::date > $as_of::date) as at_end,
    arg_min({amount: expected_amount}, replaced_at) as at_first
  from canonical.opportunity_versions
  group by opportunity_id
),
moved as (
  select
    o.opportunity_id, o.outcome,
    case $by::varchar
      when 'grade' then o.grade
      when 'department' then o.department
      when 'region' then o.region
      when 'salesperson' then o.salesperson
      when 'product' then o.product
      when 'source' then o.source
    end as "group",
    coalesce(o.created_on <= $from::date, true) and coalesce(o.closed_on > $from::date, true) as opened,
    coalesce(o.closed_on > $as_of::date, true) as still,
    case
      when v.opportunity_id is null then o.expected_amount
      when coalesce(o.created_on <= $from::date, true) then if(v.at_from is null, o.expected_amount, v.at_from.amount)
      else if(v.at_first is null, o.expected_amount, v.at_first.amount)
    end as known_start,
    case when v.at_end is null then o.expected_amount else v.at_end.amount end as known_end,
    o.signed_amount
  from marts.opportunity_stages o
  left join versions v on v.opportunity_id = o.opportunity_id
  where (o.created_on is null or o.created_on <= $as_of::date)
    and not (coalesce(o.created_on <= $from::date, true) and coalesce(o.closed_on <= $from::date, false))
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
movements as (
  select
    opportunity_id, "group",
    unnest([
      {movement: 'opening', amount: if(opened, start, null)},
      {movement: 'new', amount: if(opened, null, start)},
      {movement: 'grown', amount: if(finish > start, finish - start, null)},
      {movement: 'shrunk', amount: if(finish < start, start - finish, null)},
      {movement: 'signed', amount: if(not still and outcome = 'signed', finish, null)},
      {movement: 'lost', amount: if(not still and outcome = 'lost', finish, null)},
      {movement: 'closing', amount: if(still, finish, null)}
    ]) as m
  from (
    select
      *, coalesce(known_start, 0) as start,
      case when not still and outcome = 'signed' then coalesce(signed_amount, known_end, 0) else coalesce(known_end, 0) end
        as finish
    from moved
  )
)
select "group", m.movement as movement, count(*)::integer as count, sum(m.amount)::decimal(18, 2) as amount
from movements
where m.amount is not null
group by all
order by all
