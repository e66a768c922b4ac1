-- One row is a charge with the date on which it was fully covered, all loaded rows known (A-02, A-03).
-- Grain: customer_key, position.
-- left_open is what no settlement paid; left_up_to what the pool must reach to cover it and all that is older.
with settled as (
  select customer_key, position, sum(amount) as amount, max(date) as date from marts.settlements group by 1, 2
),
charge as (
  select c.customer_key, c.position, c.date, c.due_on, c.is_sale, c.amount, s.date as settled_on,
    (c.amount - coalesce(s.amount, 0))::decimal(18,2) as left_open
  from marts.charges c
  left join settled s on s.customer_key = c.customer_key and s.position = c.position
),
queue as (
  select *,
    (sum(left_open) over (partition by customer_key order by position))::decimal(18,2) as left_up_to
  from charge
),
-- From the largest sum down, the earliest day so far is the first on which the pool reached that much.
meeting as (
  select customer_key, left_up_to as reaches, position, null::date as pool_on from queue where left_open > 0
  union all
  select customer_key, pool, null, date from marts.pool where pool > 0
),
reached as (
  select customer_key, position, min(pool_on) over (partition by customer_key order by reaches desc) as pool_on
  from meeting
)
select
  q.customer_key, q.position, q.date, q.due_on, q.is_sale, q.amount, q.settled_on, q.left_open, q.left_up_to,
  case when q.left_open = 0 or r.pool_on is not null then greatest(q.date, q.settled_on, r.pool_on) end as paid_on
from queue q
left join reached r on r.customer_key = q.customer_key and r.position = q.position
