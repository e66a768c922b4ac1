-- One row is a customer that a register or a ledger row names, with a small number to join on.
-- Grain: customer_key; customer_id.
select (row_number() over (order by customer_id))::integer as customer_key, customer_id
from (
  select customer_id from canonical.customers
  union
  select customer_id from canonical.entries
)
