-- One row is a contact with a customer up to the as-of date (I, V-05), the latest first.
-- Grain: visit_id.
select
  c.visit_id, c.contact_on, c.method,
  list_contains($face_to_face::varchar[], c.method) as face_to_face,
  c.conclusion, c.salesperson, c.contact_name, c.contact_role, c.purpose, c.opportunity_id,
  c._import_id as source_import, f.file as source_file, f.sheet as source_sheet, c._line as source_line
from canonical.contacts c
join canonical.customers w on w.customer_id = c.customer_id
left join loads.files f on f.file_id = c._file_id
where c.customer_id = $customer_id::varchar and c.contact_on <= $as_of::date
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], w.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], w.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], w.owner))
order by c.visited_at desc, c.visit_id desc
