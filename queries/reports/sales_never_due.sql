-- One row is a sale up to a day that bears no due date and gets none from the company's term (A-03).
-- Grain: entry_id, line_no.
select
  l.entry_id, l.line_no, l.customer_id, c.name, l.date, l.amount::decimal(18,2) as amount, l.product,
  c.department, c.owner,
  l._import_id as source_import, f.file as source_file, f.sheet as source_sheet, l._line as source_line
from canonical.ledger l
left join canonical.customers c on c.customer_id = l.customer_id
left join loads.files f on f.file_id = l._file_id
where l.kind = 'sale' and l.due_on is null and $default_term::integer is null and l.date <= $as_of::date
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
  and ($products::varchar[] is null or list_contains($products::varchar[], l.product))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by l.date desc, l.entry_id, l.line_no
