-- One row is a ledger row of one of some customers up to a day, customer by customer (A-02).
-- Grain: entry_id, line_no.
select
  l.customer_id, l.entry_id, l.line_no, l.date, l.kind, l.amount, l.due_on, l.settles,
  l._import_id as source_import, f.file as source_file, f.sheet as source_sheet, l._line as source_line
from canonical.ledger l
left join loads.files f on f.file_id = l._file_id
where l.customer_id in (select unnest($customers::varchar[])) and l.date <= $as_of::date
order by l.customer_id, l.date, l.entry_id, l.line_no nulls first
