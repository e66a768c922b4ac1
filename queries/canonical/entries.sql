-- One row is a line of the customer ledger as it stands, without what the register of customers gives it.
-- Grain: entry_id, line_no.
-- For those who need neither department nor salesperson of the register: a million rows find their customer once less.
-- salesperson is the line's own; where it has none, its customer's owner counts (canonical.ledger).
select entry_id, line_no, date, customer_id, kind, amount, product, due_on, settles, salesperson
from raw.ledger
