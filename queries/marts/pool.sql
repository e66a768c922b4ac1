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
  select customer_key, date, sum(amount) over days as total, lead(date) over days as until
  from day
  window days as (partition by customer_key order by date)
),
-- Where a pool only grows, its least later value is the one that it has.
falling as (
  select distinct customer_key from day where amount < 0
)
select customer_key, date, total::decimal(18,2) as total, total::decimal(18,2) as pool, until
from running
where customer_key not in (from falling)
union all
select customer_key, date, total::decimal(18,2) as total,
  min(total) over (
    partition by customer_key order by date rows between current row and unbounded following
  )::decimal(18,2) as pool,
  until
from running
where customer_key in (from falling)
