-- One row is a day on which a customer's pool moved, all loaded rows known (A-02).
-- Grain: customer_key, date.
-- total runs over credits less refunds, without what settled a sale; pool is its least value on that or any later day.
-- until is the next such day.
with movement as (
  select customer_key, date, coalesce(credited, 0) - coalesce(refunded, 0) as amount from marts.credits
  union all
  select customer_key, date, -amount from marts.settlements
),
day as (
  select customer_key, date, sum(amount) as amount from movement group by 1, 2 having sum(amount) <> 0
),
running as (
  select customer_key, date, sum(amount) over (partition by customer_key order by date) as total from day
)
select customer_key, date, total::decimal(18,2) as total,
  min(total) over (
    partition by customer_key order by date rows between current row and unbounded following
  )::decimal(18,2) as pool,
  lead(date) over (partition by customer_key order by date) as until
from running
