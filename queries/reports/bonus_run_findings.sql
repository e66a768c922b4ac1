-- One row is a job that should be looked at before its month is closed: a record not signed (B-07), a repeat of which
-- nobody says the cause (B-02, B-08).
-- Grain: finding, source_id.
with odd as (
  select 'unsigned' as finding, technician_id, date, 'jobs' as source_kind, source_id, _import_id, _file_id, _line
  from marts.bonus_entries
  where figure = 'fines_unsigned' and counts and date between $from::date and $until::date

  union all

  select 'repeat_without_cause', technician_id, finished_on, 'jobs', job_id, _import_id, _file_id, _line
  from marts.finished_jobs
  where repeat_of is not null and repeat_cause is null and finished_on between $from::date and $until::date
)

select
  o.finding, o.technician_id, t.name, o.date, o.source_kind, o.source_id,
  o._import_id as source_import, f.file as source_file, f.sheet as source_sheet, o._line as source_line
from odd o
left join canonical.technicians t on t.technician_id = o.technician_id
left join loads.files f on f.file_id = o._file_id
where
  ($departments::varchar[] is null or list_contains($departments::varchar[], t.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], t.region))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], t.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], t.region))
  and $scope_owners::varchar[] is null
order by o.finding, o.date, o.technician_id, o.source_id
