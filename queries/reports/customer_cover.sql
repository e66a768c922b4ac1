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
refilled as (
  select customer_key from marts.credits where date > $as_of::date and refunded > 0
  union
  select customer_key from touching where not charged
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
  from marts.credits where date <= $as_of::date and customer_key in (from refilled)
  union all
  select customer_key, date, -amount from marts.settlements
  where date <= $as_of::date and charged_on <= $as_of::date and customer_key in (from refilled)
),
day as (
  select customer_key, date, sum(amount) as amount from movement group by 1, 2
),
running as (
  select customer_key, date, sum(amount) over (partition by customer_key order by date) as total from day
),
pool as (
  select customer_key, date, total::decimal(18,2) as total,
    min(total) over (
      partition by customer_key order by date rows between current row and unbounded following
    )::decimal(18,2) as pool
  from running
  union all
  select customer_key, date, total, pool from marts.pool
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
queue as (
  select *,
    min(before) over (partition by customer_key)
      + sum(still_open) over (partition by customer_key order by position) as open_up_to
  from charge
),
meeting as (
  select customer_key, open_up_to as reaches, position, null::date as pool_on from queue where still_open > 0
  union all
  select customer_key, pool, null, date from pool where pool > 0 and customer_key in (select customer_key from anew)
),
reached as (
  select customer_key, position, min(pool_on) over (partition by customer_key order by reaches desc) as pool_on
  from meeting
),
covered as (
  select c.customer_key, c.date, c.due_on, c.is_sale, c.amount, c.left_open, c.left_up_to,
    case when c.paid_on <= $as_of::date then c.paid_on end as paid_on
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
pool_at as (
  select customer_key, greatest(0, arg_max(total, date))::decimal(18,2) as total from pool group by 1
),
due as (
  select c.customer_key, c.is_sale, c.amount, c.paid_on,
    -- The company's term is for sales; an opening balance without a date is never due.
    case when c.is_sale then coalesce(c.due_on, c.date + $default_term::integer) else c.due_on end as due_on,
    case when c.paid_on is null
      then least(c.left_open, greatest(0, c.left_up_to - coalesce(p.total, 0))) else 0 end::decimal(18,2) as open
  from covered c
  left join pool_at p on p.customer_key = c.customer_key
),
judged as (
  select *,
    -- Found late on the day after the last one on which it could still be covered in time.
    case when is_sale and (paid_on is null or paid_on > due_on + $grace_days::integer)
      then due_on + $grace_days::integer + 1 end as late_on,
    is_sale and paid_on is null and due_on < $as_of::date as overdue,
    is_sale and due_on between $due_from::date and $as_of::date as falls_due,
    case when paid_on is null then greatest(0, coalesce($as_of::date - due_on, 0)) end as days
  from due
  where paid_on is null or due_on >= least($due_from::date, $found_from::date, $clean_from::date) - $grace_days::integer - 1
),
total as (
  select
    j.customer_key,
    coalesce(sum(j.open) filter (where j.days = 0), 0)::decimal(18,2) as not_due,
    coalesce(sum(j.open) filter (where j.days between 1 and 30), 0)::decimal(18,2) as d1_30,
    coalesce(sum(j.open) filter (where j.days between 31 and 60), 0)::decimal(18,2) as d31_60,
    coalesce(sum(j.open) filter (where j.days between 61 and 90), 0)::decimal(18,2) as d61_90,
    coalesce(sum(j.open) filter (where j.days > 90), 0)::decimal(18,2) as d91,
    coalesce(sum(j.open) filter (where j.days > 0), 0)::decimal(18,2) as overdue,
    coalesce(sum(j.amount) filter (where j.falls_due), 0)::decimal(18,2) as due_amount,
    coalesce(sum(j.amount) filter (where j.falls_due and j.paid_on <= j.due_on), 0)::decimal(18,2) as on_time_amount,
    (count(*) filter (
      where j.overdue or j.late_on between $found_from::date and $as_of::date))::integer as problem_sales,
    (count(*) filter (
      where j.overdue or j.late_on between $clean_from::date and $as_of::date))::integer as unclean_sales,
    (min(j.late_on) filter (where j.late_on between $found_from::date and $as_of::date))::date as first_late_on,
    (min(j.due_on) filter (where j.overdue))::date as oldest_overdue_on
  from judged j
  group by 1
)
select
  k.customer_id, t.not_due, t.d1_30, t.d31_60, t.d61_90, t.d91, t.overdue, t.due_amount, t.on_time_amount,
  t.problem_sales, t.unclean_sales, t.first_late_on, t.oldest_overdue_on
from total t
join marts.customer_keys k on k.customer_key = t.customer_key
order by k.customer_id
