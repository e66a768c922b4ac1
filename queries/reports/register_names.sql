-- One row is a customer that a register or a ledger row names, with its number and name, in the order of customer_key.
-- Grain: customer_key. A customer that is in no register has no name.
select k.customer_key, k.customer_id, c.name
from marts.customer_keys k
left join canonical.customers c on c.customer_id = k.customer_id
order by k.customer_key
