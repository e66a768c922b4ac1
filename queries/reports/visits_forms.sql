-- One row is a visit form whose contact or plan lies in some days, with the number of its customer (V-01 to V-11).
-- Grain: visit form.
-- stray: the customer's own number where neither a register nor the ledger names it. Whatever is small is packed, since
-- hundreds of thousands of rows are read: two days in a number, the first of them in its upper half, each from $from on
-- (-32768: none), the second raised by 32768; and below the day of confirmation 1 approved before leaving, 2 bears a
-- purpose, 4 bears a cost, then the places in $roles times 8 and in $methods times 1024, counted from 1.
with form as (
  select * from marts.visit_forms where contact_on between $from::date and $to::date
  union all
  select * from marts.visit_forms
  where planned_for between $from::date and $to::date
    and (contact_on is null or contact_on not between $from::date and $to::date)
),
day as (
  select
    customer_id, salesperson, cost,
    case when contact_on is null then -32768 else greatest(-32767, least(32767, contact_on - $from::date)) end as contact,
    case when planned_for is null then -32768 else greatest(-32767, least(32767, planned_for - $from::date)) end as planned,
    case when minutes_filed_on is null then -32768 else greatest(-32767, least(32767, minutes_filed_on - $from::date)) end
      as filed,
    case when reviewed_on is null then -32768 else greatest(-32767, least(32767, reviewed_on - $from::date)) end as reviewed,
    case when confirmed_on is null then -32768 else greatest(-32767, least(32767, confirmed_on - $from::date)) end
      as confirmed,
    approved_before::integer + 2 * has_purpose::integer + 4 * (cost <> 0)::integer
      + 8 * coalesce(list_position($roles::varchar[], contact_role), 0)
      + 1024 * coalesce(list_position($methods::varchar[], method), 0) as rest
  from form
)
select
  k.customer_key,
  case when k.customer_key is null then d.customer_id end as stray,
  d.salesperson,
  (d.contact * 65536 + d.planned + 32768)::integer as contact_planned,
  (d.filed * 65536 + d.reviewed + 32768)::integer as filed_reviewed,
  (d.confirmed * 65536 + d.rest)::integer as confirmed_rest,
  d.cost
from day d
left join marts.customer_keys k on k.customer_id = d.customer_id
