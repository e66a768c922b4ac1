-- One row is a stage of a process, with how many items reached it and the days spent in it (F-05, F-08).
-- Grain: position.
-- Reached: an entry of the stage or of a later one. Days run from the entry to the first later one on or after it.
with items as (
  select
    item_id, any_value(name) as name, any_value(started_on) as started_on, any_value(department) as department,
    any_value(owner) as owner,
    coalesce(max(position) filter (entered_on <= $as_of::date), 1)::integer as reached,
    list(entered_on order by position) filter (entered_on <= $as_of::date) as days,
    list(position order by position) filter (entered_on <= $as_of::date) as positions,
    any_value(_import_id) as _import_id, any_value(_file_id) as _file_id, any_value(_line) as _line
  from canonical.process_entries
  where process = $process::varchar
    and started_on between $from::date and least($to::date, $as_of::date)
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], owner))
  group by item_id
)
,
stays as (
  select
    unnest(list_transform(range(1, len(days) + 1), lambda i: {
      position: positions[i],
      days: list_min(list_filter(days[i + 1:], lambda d: d >= days[i])) - days[i]
    })) as stay
  from items
)
select
  p.position::integer as position,
  (select count(*) from items where reached >= p.position)::integer as reached,
  (select count(*) from items where list_contains(positions, p.position))::integer as entered,
  (select quantile_cont(stay.days, 0.5) from stays where stay.position = p.position)::double as median_days,
  (select quantile_cont(stay.days, 0.9) from stays where stay.position = p.position)::double as p90_days
from range(1, $stages::integer + 1) p(position)
order by p.position
