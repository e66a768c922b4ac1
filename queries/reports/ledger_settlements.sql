-- One row is what a payment that names a sale pays of it, each customer's in the order of their days (A-02, first step).
-- Grain: none of its own; every row of marts.settlements is here once.
select customer_key, position, date, amount
from marts.settlements
order by customer_key, date
