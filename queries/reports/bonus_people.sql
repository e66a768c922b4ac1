-- One row is a person who was with the company in the period (B-10), with the score of the quarter (B-05).
-- Grain: technician_id.
-- Everybody is here, since ranks are taken over all; in_sight says whom filters and scope let through. People of
-- the service department have no owner: who may see own customers only sees none of them.
select
  t.technician_id, t.name, t.role, t.department, t.region,
  a.score::decimal(18, 3) as score,
  ($departments::varchar[] is null or list_contains($departments::varchar[], t.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], t.region))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], t.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], t.region))
    and $scope_owners::varchar[] is null as in_sight,
  a._import_id as source_import, f.file as source_file, f.sheet as source_sheet, a._line as source_line
from canonical.technicians t
left join canonical.assessments a on a.technician_id = t.technician_id and a.quarter = $quarter::varchar
left join loads.files f on f.file_id = a._file_id
where (t.joined_on is null or t.joined_on <= $until::date) and (t.left_on is null or t.left_on >= $from::date)
order by t.technician_id
