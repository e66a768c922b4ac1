-- One row is a visit planned for the as-of date or later that had not taken place by then, the next one first.
-- Grain: visit_id.
select
  p.visit_id, p.customer_id, p.salesperson, p.method, p.planned_for, p.purpose,
  p._import_id as source_import, f.file as source_file, f.sheet as source_sheet, p._line as source_line
from canonical.visits p
join canonical.customers c on c.customer_id = p.customer_id
left join loads.files f on f.file_id = p._file_id
where p.planned_for >= $as_of::date and (p.visited_at is null or p.visited_at >= $as_of::date + 1)
  and ($customers::varchar[] is null or list_contains($customers::varchar[], p.customer_id))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by p.planned_for, p.visit_id
