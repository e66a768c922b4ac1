-- One row is a ledger row of one customer up to a day, in the order of date and entry number, with the balance after it.
-- Grain: entry_id, line_no.
select
  l.entry_id, l.line_no, l.date, l.kind, l.amount, l.product, l.quantity, l.department, l.salesperson,
  l.due_on, l.settles, l.contract_id, l.receipt_no,
  (sum(case l.kind
    when 'opening' then l.amount when 'sale' then l.amount when 'refund' then l.amount
    when 'return' then -l.amount when 'payment' then -l.amount else 0 end
  ) over (order by l.date, l.entry_id, l.line_no nulls first rows unbounded preceding))::decimal(18,2) as balance,
  l._import_id as source_import, f.file as source_file, f.sheet as source_sheet, l._line as source_line
from canonical.ledger l
left join canonical.customers c on c.customer_id = l.customer_id
left join loads.files f on f.file_id = l._file_id
where l.customer_id = $customer_id::varchar and l.date <= $as_of::date
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by l.date, l.entry_id, l.line_no nulls first
