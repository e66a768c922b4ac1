-- One row is a day on which a customer's credit grew or shrank, each customer's in the order of their days (A-02).
-- Grain: customer_key, date.
-- amount: what was paid, returned and brought forward, less what was refunded; what named a sale is in it too.
select customer_key, date, (coalesce(credited, 0) - coalesce(refunded, 0))::decimal(18,2) as amount
from marts.credits
order by customer_key, date
