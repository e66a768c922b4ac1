-- One row is a customer with a ledger row, and the day of its first one (A-01).
-- Grain: customer_key.
select customer_key, min(first_on) as first_on
from marts.customer_years
group by customer_key
