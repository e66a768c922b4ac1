-- One row is a customer with charges: how they are covered, as far as a day knows (A-02 to A-04, R-03).
-- Grain: customer_id.
-- The marts know all rows. On an earlier day they are wrong where a customer's rows of both sides of that day touch:
-- a settlement joins a row up to that day to a later one, a later refund takes back. From the first charge that this
-- can reach, those customers' charges are covered anew.
with asked as (
  select k.customer_key
  from marts.customer_keys k
  left join canonical.customers c on c.customer_id = k.customer_id
  where $departments::varchar[] is null or list_contains($departments::varchar[], c.department)
),
touching as (
  select customer_key, position, charged_on <= $as_of::date as charged, amount
  from marts.settlements where (date <= $as_of::date) <> (charged_on <= $as_of::date)
),
-- Payments of the pool's days that settle a later charge: until that is dated, they are in the pool.
prepaid as (
  select customer_key from touching where not charged
),
-- A later refund takes from the pool of today, not from that of the day.
refilled as (
  select customer_key from marts.credits where date > $as_of::date and refunded > 0
  union
  select customer_key from prepaid
),
anew as (
  select customer_key, min(position) as position
  from (select customer_key, 1 as position from refilled union all from (select customer_key, position from touching where charged))
  where customer_key in (from asked)
  group by 1
),
unsettled as (
  select customer_key, position, sum(amount) filter (where date > $as_of::date) as amount,
    max(date) filter (where date <= $as_of::date) as settled_on
  from marts.settlements
  where (customer_key, position) in (select (customer_key, position) from touching where charged)
  group by 1, 2
),
movement as (
  select customer_key, date, coalesce(credited, 0) - coalesce(refunded, 0) as amount
  from marts.credits where date <= $as_of::date and customer_key in (from prepaid)
  union all
  select customer_key, date, -amount from marts.settlements
  where date <= $as_of::date and charged_on <= $as_of::date and customer_key in (from prepaid)
),
day as (
  select customer_key, date, sum(amount) as amount from movement group by 1, 2
),
running as (
  select customer_key, date, sum(amount) over (partition by customer_key order by date) as total from day
  union all
  select customer_key, date, total from marts.pool
  where date <= $as_of::date and customer_key in (from refilled) and customer_key not in (from prepaid)
),
pool as (
  select customer_key, date, total::decimal(18,2) as total,
    min(total) over (
      partition by customer_key order by date rows between current row and unbounded following
    )::decimal(18,2) as pool,
    lead(date) over (partition by customer_key order by date) as until
  from running
  union all
  select customer_key, date, total, pool, until from marts.pool
  where date <= $as_of::date and customer_key not in (from refilled)
),
charge as (
  select c.customer_key, c.position, c.date, c.due_on, c.is_sale, c.amount,
    case when u.position is null then c.settled_on else u.settled_on end as settled_on,
    c.left_open + coalesce(u.amount, 0) as still_open,
    c.left_up_to - c.left_open as before
  from marts.cover c
  join anew a on a.customer_key = c.customer_key and c.position >= a.position
  left join unsettled u on u.customer_key = c.customer_key and u.position = c.position
  where c.date <= $as_of::date
),
beginning as (
  select customer_key, min(before) as before from charge group by 1
),
queue as (
  select c.*, b.before + sum(c.still_open) over (partition by c.customer_key order by c.position) as open_up_to
  from charge c
  join beginning b on b.customer_key = c.customer_key
),
-- What the pool held before it was the turn of these charges covers none of them.
meeting as (
  select customer_key, open_up_to as reaches, position, null::date as pool_on from queue where still_open > 0
  union all
  select p.customer_key, p.pool, null, p.date
  from pool p
  join beginning b on b.customer_key = p.customer_key and p.pool > b.before
),
reached as (
  select customer_key, position, min(pool_on) over (partition by customer_key order by reaches desc) as pool_on
  from meeting
),
covered as (
  select c.customer_key, c.date, c.due_on, c.is_sale, c.amount, c.left_open, c.left_up_to, c.paid_on
  from marts.cover c
  left join anew a on a.customer_key = c.customer_key
  -- Written as an alternative, so that the few asked for are looked up and not the many charges.
  where ($departments::varchar[] is null or c.customer_key in (from asked))
    and c.date <= $as_of::date and (a.position is null or c.position < a.position)
  union all
  select q.customer_key, q.date, q.due_on, q.is_sale, q.amount,
    q.still_open::decimal(18,2), q.open_up_to::decimal(18,2),
    case when q.still_open = 0 or r.pool_on is not null then greatest(q.date, q.settled_on, r.pool_on) end
  from queue q
  left join reached r on r.customer_key = q.customer_key and r.position = q.position
),
due as (
  select * replace (
    -- The company's term is for sales; an opening balance without a date is never due.
    case when is_sale then coalesce(due_on, date + $default_term::integer) else due_on end as due_on)
  from covered
),
-- Found late on the day after the last one on which it could still be covered in time. What is covered after the day
-- is not covered on it, and late all the same.
fallen_due as (
  select customer_key, amount, due_on, paid_on <= due_on as on_time,
    case when paid_on is null or paid_on > due_on + $grace_days::integer
      then due_on + $grace_days::integer + 1 end as late_on
  from due
  where is_sale
    and due_on between least($due_from::date, $found_from::date - $grace_days::integer - 1,
      $clean_from::date - $grace_days::integer - 1) and $as_of::date
),
of_sales as (
  select
    customer_key,
    sum(amount) filter (where due_on >= $due_from::date) as due_amount,
    sum(amount) filter (where on_time and due_on >= $due_from::date) as on_time_amount,
    count(*) filter (where late_on between $found_from::date and $as_of::date) as late,
    count(*) filter (where late_on between $clean_from::date and $as_of::date) as unclean,
    min(late_on) filter (where late_on between $found_from::date and $as_of::date) as first_late_on
  from fallen_due
  group by 1
),
pool_at as (
  select customer_key, greatest(0, total)::decimal(18,2) as total
  from pool
  where until is null or until > $as_of::date
),
open as (
  select d.customer_key, d.due_on,
    least(d.left_open, greatest(0, d.left_up_to - coalesce(p.total, 0)))::decimal(18,2) as open,
    greatest(0, coalesce($as_of::date - d.due_on, 0)) as days,
    d.is_sale and d.due_on < $as_of::date as overdue,
    d.due_on + $grace_days::integer + 1 as late_on
  from due d
  left join pool_at p on p.customer_key = d.customer_key
  where d.paid_on is null or d.paid_on > $as_of::date
),
of_open as (
  select
    customer_key,
    sum(open) filter (where days = 0) as not_due,
    sum(open) filter (where days between 1 and 30) as d1_30,
    sum(open) filter (where days between 31 and 60) as d31_60,
    sum(open) filter (where days between 61 and 90) as d61_90,
    sum(open) filter (where days > 90) as d91,
    sum(open) filter (where days > 0) as overdue,
    -- Those that are not among the late ones already.
    count(*) filter (where overdue and late_on not between $found_from::date and $as_of::date) as problems,
    count(*) filter (where overdue and late_on not between $clean_from::date and $as_of::date) as unclean,
    min(due_on) filter (where overdue) as oldest_overdue_on
  from open
  group by 1
)
select
  k.customer_id,
  coalesce(o.not_due, 0)::decimal(18,2) as not_due,
  coalesce(o.d1_30, 0)::decimal(18,2) as d1_30,
  coalesce(o.d31_60, 0)::decimal(18,2) as d31_60,
  coalesce(o.d61_90, 0)::decimal(18,2) as d61_90,
  coalesce(o.d91, 0)::decimal(18,2) as d91,
  coalesce(o.overdue, 0)::decimal(18,2) as overdue,
  coalesce(s.due_amount, 0)::decimal(18,2) as due_amount,
  coalesce(s.on_time_amount, 0)::decimal(18,2) as on_time_amount,
  (coalesce(s.late, 0) + coalesce(o.problems, 0))::integer as problem_sales,
  (coalesce(s.unclean, 0) + coalesce(o.unclean, 0))::integer as unclean_sales,
  s.first_late_on,
  o.oldest_overdue_on
from of_sales s
full join of_open o on o.customer_key = s.customer_key
join marts.customer_keys k on k.customer_key = coalesce(s.customer_key, o.customer_key)
