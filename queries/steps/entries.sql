-- One row is a line of the ledger with its customer's number.
-- Grain: none of its own; every line of canonical.entries is here once.
-- The kind is one byte instead of a text: every rollup compares it for every line.
select k.customer_key, l.date,
  l.kind::enum('opening', 'order', 'sale', 'return', 'payment', 'refund') as kind, l.amount
from canonical.entries l
join marts.customer_keys k on k.customer_id = l.customer_id
