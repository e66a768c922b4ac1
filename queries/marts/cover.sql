-- One row is a charge with the date on which it was fully covered, all loaded rows known (A-02, A-03).
-- Grain: customer_key, position.
-- left_open is what no settlement paid; left_up_to what the pool must reach to cover it and all that is older.
with settled as (
  select customer_key, position, sum(amount) as amount, max(date) as date from marts.settlements group by 1, 2
),
-- Where no payment names a sale, what is left open is what was charged.
queue as (
  select customer_key, position, date, due_on, is_sale, amount,
    null::date as settled_on, amount as left_open, up_to as left_up_to
  from temp.charges
  where customer_key not in (select customer_key from settled)
  union all
  select c.customer_key, c.position, c.date, c.due_on, c.is_sale, c.amount,
    s.date, (c.amount - coalesce(s.amount, 0))::decimal(18,2) as left_open,
    (sum(c.amount - coalesce(s.amount, 0)) over (partition by c.customer_key order by c.position))::decimal(18,2)
  from temp.charges c
  left join settled s on s.customer_key = c.customer_key and s.position = c.position
  where c.customer_key in (select customer_key from settled)
),
-- From the largest sum down, the last day met is the first on which the pool reached that much: a pool never falls
-- from one day to the next. What was settled in full waits for nothing, and sees the same day as its neighbours
-- without asking for it.
meeting as (
  select *, null::date as pool_on from queue
  union all by name
  select customer_key, pool as left_up_to, date as pool_on from marts.pool where pool > 0
),
reached as (
  select * replace (last_value(pool_on ignore nulls) over (
    partition by customer_key order by left_up_to desc, pool_on desc nulls last rows unbounded preceding) as pool_on)
  from meeting
)
select
  customer_key, position, date, due_on, is_sale, amount, settled_on, left_open, left_up_to,
  case when left_open = 0 then greatest(date, settled_on)
    when pool_on is not null then greatest(date, settled_on, pool_on) end as paid_on
from reached
where position is not null
