-- One row is an opportunity open at the as-of date, with its stage then and since when (F-02, F-05).
-- Grain: opportunity_id.
-- One without a dated entry by then has no stage; it is open all the same. $group null is what has no group;
-- $every_group takes them all. None below at_least is among the top. weighed_at is the position by which F-07 weighs.
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
    o.opportunity_id, o.customer_id, o.grade, o.department, o.region, o.salesperson, o.product, o.source, o.created_on,
    o.expected_amount, o.way,
    case $by::varchar
      when 'grade' then o.grade
      when 'department' then o.department
      when 'region' then o.region
      when 'salesperson' then o.salesperson
      when 'product' then o.product
      when 'source' then o.source
    end as "group",
    -- The latest entry by the date; mostly the last of all.
    case when way[-1].day <= $as_of::date then way[-1] else list_filter(way, lambda e: e.day <= $as_of::date)[-1] end
      as entry
  from marts.opportunity_stages o
  where (o.created_on is null or o.created_on <= $as_of::date)
    and (o.closed_on is null or o.closed_on > $as_of::date)
    and ($at_least::decimal(18, 2) is null or o.expected_amount >= $at_least::decimal(18, 2))
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
stages as (
  select
    *,
    ['identified', 'contacted', 'solution', 'negotiation', 'signed', 'lost'][entry.position] as stage,
    entry.day as entered_on,
    -- F-07 weighs by the last stage it stood in: one that the history calls lost, but that is open again, by what was before.
    case when entry.position = 6
      then list_filter(way, lambda e: e.day <= $as_of::date and e.position < 6)[-1].position else entry.position end
      as weighed_at
  from open
  where $every_group::boolean or "group" is not distinct from $group::varchar
),
-- The largest are found before their lines are looked up.
chosen as materialized (
  select * exclude (way, "group", entry)
  from stages
  where ($stalled::boolean is null or coalesce(entered_on < $stalled_before::date, false) = $stalled::boolean)
    and ($position::integer is null or coalesce(weighed_at, 1) = $position::integer)
  order by expected_amount desc nulls last, opportunity_id
  limit $top::integer
)
select
  o.opportunity_id, l.name, o.customer_id, c.name as customer_name, o.grade, o.department, o.region, o.salesperson,
  o.product, o.source, o.created_on,
  o.stage, o.entered_on, o.weighed_at::integer as weighed_at,
  o.expected_amount, l.expected_close_on,
  l._import_id as source_import, f.file as source_file, f.sheet as source_sheet, l._line as source_line
from chosen o
join canonical.opportunity_lines l on l.opportunity_id = o.opportunity_id
left join canonical.customers c on c.customer_id = o.customer_id
left join loads.files f on f.file_id = l._file_id
order by o.expected_amount desc nulls last, o.opportunity_id
