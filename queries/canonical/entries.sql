-- One row is a line of the customer ledger as it stands, without what the register of customers gives it.
-- Grain: entry_id, line_no.
-- For rollups that need neither department nor salesperson: a million rows find their customer once less.
select entry_id, line_no, date, customer_id, kind, amount, product, due_on, settles
from raw.ledger
