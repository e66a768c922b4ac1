-- One row is a customer with charges: how they are covered, as far as a day knows (A-02 to A-04, R-03).
-- Grain: customer_id. Ages are 0 unless asked for, and where nothing is open; problems are empty unless asked for.
-- The marts know all rows. On an earlier day they are wrong where a customer's rows of both sides of that day touch:
-- a settlement joins a row up to that day to a later one, a later refund takes back. From the first charge that this
-- can reach, those customers' charges are covered anew.
with asked as (
  select customer_key
  from marts.customer_keys
  where ($customers::varchar[] is null or customer_id in (select unnest($customers::varchar[])))
),
touching as (
  select customer_key, position, charged_on <= $as_of::date as charged, amount
  from marts.settlements where (date <= $as_of::date) <> (charged_on <= $as_of::date)
    and ($customers::varchar[] is null or customer_key in (from asked))
),
-- Payments of the pool's days that settle a later charge: until that is dated, they are in the pool.
prepaid as (
  select customer_key from touching where not charged
),
-- A later refund takes from the pool of today, not from that of the day.
refilled as (
  select customer_key from marts.credits where date > $as_of::date and refunded > 0
    and ($customers::varchar[] is null or customer_key in (from asked))
  union
  select customer_key from prepaid
),
unsettled as (
  select customer_key, position, sum(amount) filter (where date > $as_of::date) as amount,
    max(date) filter (where date <= $as_of::date) as settled_on
  from marts.settlements
  where (customer_key, position) in (select (customer_key, position) from touching where charged)
  group by 1, 2
),
change as (
  select customer_key, position, amount, settled_on from unsettled
  union all
  select customer_key, 0, 0, null from refilled
),
-- What of a customer's charges is open again on the day, up to one; it holds for the charges after it too.
step as (
  select *,
    sum(amount) over (partition by customer_key order by position) as reopened,
    min(position) over (partition by customer_key) as first,
    lead(position) over (partition by customer_key order by position) as until
  from change
  where customer_key in (from asked)
),
anew as (
  select customer_key, position from step where position = first
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
    and ($customers::varchar[] is null or customer_key in (from asked))
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
    and ($customers::varchar[] is null or customer_key in (from asked))
),
charge as (
  select c.customer_key, c.position, c.date, c.due_on, c.is_sale, c.amount,
    if(s.position = c.position, s.settled_on, c.settled_on) as settled_on,
    c.left_open + if(s.position = c.position, s.amount, 0) as still_open,
    c.left_up_to - c.left_open as before,
    c.left_up_to + s.reopened as open_up_to
  from marts.cover c
  join step s on s.customer_key = c.customer_key and c.position >= s.position and (c.position < s.until or s.until is null)
  where c.date <= $as_of::date
),
beginning as (
  select customer_key, min(before) as before from charge group by 1
),
-- What the pool never reaches by the day stays open, and need not meet it.
pool_at as (
  select customer_key, total from pool where until is null or until > $as_of::date
),
queue as (
  select c.*, f.total as pool_total
  from charge c
  left join pool_at f on f.customer_key = c.customer_key
),
-- What the pool held before it was the turn of these charges covers none of them.
meeting as (
  select customer_key, open_up_to as reaches, position, null::date as pool_on from queue where still_open > 0 and open_up_to <= pool_total
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
  where ($customers::varchar[] is null or c.customer_key in (from asked))
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
  select customer_key, amount, due_on,
    due_on >= $due_from::date as asked, paid_on <= due_on as on_time,
    case when paid_on is null or paid_on > due_on + $grace_days::integer
      then due_on + $grace_days::integer + 1 end as late_on,
    due_on < $as_of::date and (paid_on is null or paid_on > $as_of::date) as overdue,
    -- On which day it was a problem first (R-13): overdue from before, the day after its due date.
    case when $problems::boolean then
      if(late_on between $found_from::date and $as_of::date, late_on, if(overdue, due_on + 1, null)) end as found_on
  from due
  where is_sale and due_on <= $as_of::date
    and (paid_on is null or paid_on > $as_of::date
      or due_on >= least($due_from::date, $found_from::date - $grace_days::integer - 1,
        $clean_from::date - $grace_days::integer - 1))
),
of_sales as (
  select
    customer_key,
    sum(if(asked, amount, 0)) as due_amount,
    sum(if(asked and on_time, amount, 0)) as on_time_amount,
    count(if($problems::boolean and (overdue or late_on between $found_from::date and $as_of::date), 1, null)) as problems,
    count(if($problems::boolean and (overdue or late_on between $clean_from::date and $as_of::date), 1, null)) as unclean,
    min(if($problems::boolean and late_on between $found_from::date and $as_of::date, late_on, null)) as first_late_on,
    min(if($problems::boolean and overdue, due_on, null)) as oldest_overdue_on,
    min(if(found_on >= $found_from::date and not overdue, found_on, null)) as paid_found_on,
    min(if(found_on >= $found_from::date and overdue, found_on, null)) as overdue_found_on,
    min(if(found_on < $found_from::date, found_on, null)) as found_before_on,
    max(found_on) as last_found_on
  from fallen_due
  group by 1
),
open as (
  select d.customer_key,
    least(d.left_open, greatest(0, d.left_up_to - greatest(0, coalesce(p.total, 0))))::decimal(18,2) as open,
    greatest(0, coalesce($as_of::date - d.due_on, 0)) as days
  from due d
  left join pool_at p on p.customer_key = d.customer_key
  where $ages::boolean and (d.paid_on is null or d.paid_on > $as_of::date)
),
of_open as (
  select
    customer_key,
    sum(if(days = 0, open, 0)) as not_due,
    sum(if(days between 1 and 30, open, 0)) as d1_30,
    sum(if(days between 31 and 60, open, 0)) as d31_60,
    sum(if(days between 61 and 90, open, 0)) as d61_90,
    sum(if(days > 90, open, 0)) as d91
  from open
  group by 1
)
select
  k.customer_key, k.customer_id,
  coalesce(o.not_due, 0)::decimal(18,2) as not_due,
  coalesce(o.d1_30, 0)::decimal(18,2) as d1_30,
  coalesce(o.d31_60, 0)::decimal(18,2) as d31_60,
  coalesce(o.d61_90, 0)::decimal(18,2) as d61_90,
  coalesce(o.d91, 0)::decimal(18,2) as d91,
  coalesce(o.d1_30 + o.d31_60 + o.d61_90 + o.d91, 0)::decimal(18,2) as overdue,
  coalesce(s.due_amount, 0)::decimal(18,2) as due_amount,
  coalesce(s.on_time_amount, 0)::decimal(18,2) as on_time_amount,
  coalesce(s.problems, 0)::integer as problem_sales,
  coalesce(s.unclean, 0)::integer as unclean_sales,
  s.first_late_on,
  s.oldest_overdue_on,
  s.paid_found_on,
  s.overdue_found_on,
  s.found_before_on,
  s.last_found_on
from of_sales s
full join of_open o on o.customer_key = s.customer_key
join marts.customer_keys k on k.customer_key = coalesce(s.customer_key, o.customer_key)
