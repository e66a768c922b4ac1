-- One row is a customer's first contact ever that lies in some days (V-04).
-- Grain: customer_key, stray.
-- stray: the customer's own number where neither a register nor the ledger names it.
select
  k.customer_key,
  case when k.customer_key is null then f.customer_id end as stray,
  f.contact_on, f.method, f.salesperson
from marts.first_contacts f
left join marts.customer_keys k on k.customer_id = f.customer_id
where f.contact_on between $from::date and $to::date
