-- One row is a department and a salesperson with opportunities open at the as-of date, those of opportunities_open
-- added up (F-02, F-05).
-- Grain: department, salesperson.
with open as (
  select
    o.department, o.salesperson, o.expected_amount,
    -- The latest entry by the date; mostly the last of all.
    case when way[-1].day <= $as_of::date then way[-1] else list_filter(way, lambda e: e.day <= $as_of::date)[-1] end
      as entry
  from marts.opportunity_stages o
  where (o.created_on is null or o.created_on <= $as_of::date)
    and (o.closed_on is null or o.closed_on > $as_of::date)
    and ($departments::varchar[] is null or list_contains($departments::varchar[], o.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], o.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], o.owner))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], o.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], o.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], o.owner))
)
select
  department, salesperson,
  count(*)::integer as open,
  coalesce(sum(expected_amount), 0)::decimal(18, 2) as open_amount,
  (count(*) filter (where entry.day < $stalled_before::date))::integer as stalled
from open
group by 1, 2
order by 1 nulls last, 2 nulls last
