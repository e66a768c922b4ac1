-- One row is something in a month's records that only a person can answer before it is paid (B-01, B-02, B-07).
-- Grain: finding, technician_id, source_kind, source_id.
with findings as (
  select
    case
      when t.technician_id is null and e.figure <> 'fines_unsigned' then 'unknown_technician'
      when e.figure = 'gross_points' and e.points is null and e.coefficient is null then 'no_points'
      when e.note in ('under_inquiry', 'signature_unknown', 'original_unknown') then e.note
    end as finding,
    e.technician_id, t.name, t.department, t.region, e.date, e.source_kind, e.source_id,
    e._import_id, e._file_id, e._line
  from marts.bonus_entries e
  left join canonical.technicians t on t.technician_id = e.technician_id
  where e.date between $from::date and $until::date
)

select
  e.finding, e.technician_id, e.name, e.date, e.source_kind, e.source_id,
  e._import_id as source_import, f.file as source_file, f.sheet as source_sheet, e._line as source_line
from findings e
left join loads.files f on f.file_id = e._file_id
where
  e.finding is not null
  and ($departments::varchar[] is null or list_contains($departments::varchar[], e.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], e.region))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], e.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], e.region))
  and $scope_owners::varchar[] is null
order by e.finding, e.date, e.technician_id, e.source_kind, e.source_id
