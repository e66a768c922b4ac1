-- One row is a visit form whose contact or plan lies in some days, with the number of its customer (V-01 to V-11).
-- Grain: visit form.
-- stray: the customer's own number where neither a register nor the ledger names it. flags: 1 approved before leaving,
-- 2 bears a purpose.
with form as (
  select * from marts.visit_forms where contact_on between $from::date and $to::date
  union all
  select * from marts.visit_forms
  where planned_for between $from::date and $to::date
    and (contact_on is null or contact_on not between $from::date and $to::date)
)
select
  k.customer_key,
  case when k.customer_key is null then f.customer_id end as stray,
  f.salesperson, f.method, f.contact_role, f.contact_on, f.planned_for,
  f.minutes_filed_on, f.reviewed_on, f.confirmed_on,
  (f.approved_before::integer + 2 * f.has_purpose::integer)::integer as flags,
  f.cost
from form f
left join marts.customer_keys k on k.customer_id = f.customer_id
