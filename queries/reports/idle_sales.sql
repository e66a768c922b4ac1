-- One row is a sale or a return of a customer up to the as-of date, the latest first: the rows behind its last sale, its
-- rhythm (I-07: gap_days, on the first sale of a date, since the sale date before) and its value at stake (I-09: the
-- rows with in_value; a return counts against it and bears a minus).
-- Grain: entry_id, line_no.
with lines as (
  select l.*, row_number() over (partition by l.date, l.kind order by l.entry_id, l.line_no) as place
  from canonical.ledger l
  where l.customer_id = $customer_id::varchar and l.date <= $as_of::date and l.kind in ('sale', 'return')
)
select
  l.entry_id, l.line_no, l.date, l.kind,
  case l.kind when 'sale' then l.amount else -l.amount end::decimal(18, 2) as amount,
  l.product, l.quantity,
  case when l.kind = 'sale' and l.place = 1 then d.gap_days end as gap_days,
  l.date > $as_of::date - $value_days::integer as in_value,
  l._import_id as source_import, f.file as source_file, f.sheet as source_sheet, l._line as source_line
from lines l
join canonical.customers w on w.customer_id = l.customer_id
left join (from marts.sale_days join marts.customer_keys using (customer_key)) d on d.customer_id = l.customer_id and d.date = l.date
left join loads.files f on f.file_id = l._file_id
where true
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], w.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], w.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], w.owner))
order by l.date desc, l.entry_id desc, l.line_no desc
