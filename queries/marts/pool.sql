-- One row is a day on which a customer's pool moved, all loaded rows known (A-02).
-- Grain: customer_key, date.
-- total runs over credits less refunds, without what settled a sale; pool is its least value on that or any later day.
-- until is the next such day.
with credit as (
  select customer_key, date, coalesce(credited, 0) - coalesce(refunded, 0) as amount from marts.credits
),
-- Credits stand by day already; only where a settlement takes from them are the days added up.
settled as (
  select distinct customer_key from marts.settlements
),
movement as (
  select * from credit where customer_key in (from settled)
  union all
  select customer_key, date, -amount from marts.settlements
),
day as (
  select * from credit where customer_key not in (from settled) and amount <> 0
  union all
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
