-- One row is an item of a process that reached a stage (F-08).
-- Grain: item_id.
-- The same items as in process_funnel.sql; last_on is the day of its latest stage, empty where that is not dated.
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

select
  i.item_id, i.name, i.department, i.owner, i.started_on, i.reached,
  i.days[-1] as last_on,
  i._import_id as source_import, f.file as source_file, f.sheet as source_sheet, i._line as source_line
from items i
left join loads.files f on f.file_id = i._file_id
where i.reached >= $position::integer
  and ($exactly::boolean is not true or i.reached = $position::integer)
order by i.started_on, i.item_id
