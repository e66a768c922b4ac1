-- One row is a sale or return of a period up to the as-of date: what net sales are added up from (A-01).
-- Grain: entry_id, line_no.
select
  l.entry_id, l.line_no, l.date, l.kind, l.customer_id, c.name as customer_name, l.department, l.salesperson, l.product,
  (case l.kind when 'sale' then l.amount else -l.amount end)::decimal(18, 2) as net_sales,
  l._import_id as source_import, f.file as source_file, f.sheet as source_sheet, l._line as source_line
from canonical.ledger l
left join canonical.customers c on c.customer_id = l.customer_id
left join loads.files f on f.file_id = l._file_id
where l.kind in ('sale', 'return')
  and l.date between $from::date and least($to::date, $as_of::date)
  and ($salespeople::varchar[] is null or list_contains($salespeople::varchar[], coalesce(l.salesperson, '')))
  and ($departments::varchar[] is null or list_contains($departments::varchar[], l.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], l.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by l.date, l.entry_id, l.line_no
