-- One row is a customer with a ledger row up to a day, and what it owes then (A-01).
-- Grain: customer_key.
with moved as (
  select customer_key, balance
  from marts.customer_years
  where year < year($year_start::date)
  union all
  -- The year that the day cuts: who has any row in it by then, and what those rows move.
  select customer_key, 0 from marts.customer_years where year = year($year_start::date) and first_on <= $as_of::date
  union all
  select customer_key, amount from marts.cover where date between $year_start::date and $as_of::date
  union all
  select customer_key, coalesce(refunded, 0) - coalesce(credited, 0)
  from marts.credits where date between $year_start::date and $as_of::date
)
select customer_key, sum(balance)::decimal(18,2) as balance
from moved
group by 1
