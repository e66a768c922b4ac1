-- One row is a customer that a register or a ledger row names, with what it is split and filtered by.
-- Grain: customer_key.
-- is_known: 1 in the register of customers; what is not has neither department nor owner.
select
  k.customer_key, (c.customer_id is not null)::integer as is_known,
  coalesce(c.kind = 'trade', false)::integer as is_trade,
  c.department, c.region, c.owner, c.grade
from marts.customer_keys k
left join canonical.customers c on c.customer_id = k.customer_id
