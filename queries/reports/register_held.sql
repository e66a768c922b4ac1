-- One row is a customer of the register that bears one of some tiers and has bought one of some products by a date.
-- Grain: customer_key.
-- What is null is not asked.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
)
select k.customer_key
from canonical.customers c
join marts.customer_keys k on k.customer_id = c.customer_id
left join tiers t on t.customer_id = c.customer_id
where ($tiers::varchar[] is null or (
    c.admitted_on <= $as_of::date and list_contains($tiers::varchar[], coalesce(t.tier, c.tier))))
  and ($products::varchar[] is null or c.customer_id in (
    select customer_id from canonical.ledger
    where kind = 'sale' and date <= $as_of::date and list_contains($products::varchar[], product)))
