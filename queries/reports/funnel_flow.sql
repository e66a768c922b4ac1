-- One row is a stage of the cohort, with how many entered it and what became of them by the as-of date (F-02, F-03).
-- Grain: group, position.
-- entered = advanced + lost + moved back + still there. Only those that entered that very stage: who skipped it is no part.
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
    o.opportunity_id, o.outcome, o.closed_on, o.way
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
entries as (
  select opportunity_id, outcome, closed_on, unnest(list_filter(way, lambda e: e.day <= $as_of::date)) as e
  from cohort
),
steps as (
  select
    opportunity_id, outcome, closed_on, e.day as day, e.position as position,
    lead(e.position) over w as next
  from entries
  window w as (partition by opportunity_id order by e.day, e.position)
),
-- Entered twice it counts once, by its last entry: what came next then.
fates as (
  select
    opportunity_id, position,
    case
      when last.next = 6 or (last.next is null and outcome = 'lost' and closed_on <= $as_of::date) then 'lost'
      when last.next > position or (last.next is null and outcome = 'signed' and closed_on <= $as_of::date) then 'advanced'
      when last.next < position then 'moved_back'
      else 'still_there'
    end as fate
  from (
    select opportunity_id, outcome, closed_on, position, arg_max({next: next}, (day, coalesce(next, 9) <> position)) as last
    from steps
    where position between 1 and 4
    group by all
  )
)
select
  c."group", f.position::integer as position,
  count(*)::integer as entered,
  (count(*) filter (fate = 'advanced'))::integer as advanced,
  (count(*) filter (fate = 'lost'))::integer as lost,
  (count(*) filter (fate = 'moved_back'))::integer as moved_back,
  (count(*) filter (fate = 'still_there'))::integer as still_there
from fates f
join cohort c on c.opportunity_id = f.opportunity_id
group by all
order by all
