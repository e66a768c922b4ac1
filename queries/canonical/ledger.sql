-- One row is a line of the customer ledger, with the department and the salesperson that it counts for.
-- Grain: entry_id, line_no.
-- A customer that is in no register keeps its number; what would come from the register is empty.
select
  l.entry_id, l.line_no, l.date, l.customer_id, l.kind, l.amount, l.product, l.quantity,
  coalesce(l.department, c.department) as department,
  coalesce(l.salesperson, c.owner) as salesperson,
  l.due_on, l.settles, l.contract_id, l.receipt_no,
  l._import_id, l._file_id, l._line
from raw.ledger l
left join raw.customers c on c.customer_id = l.customer_id
