-- One row is a customer who bought one of some products, with the first day.
-- Grain: customer_key.
select k.customer_key, min(l.date) as first_on
from canonical.ledger l
join marts.customer_keys k on k.customer_id = l.customer_id
where l.kind = 'sale' and list_contains($products::varchar[], l.product)
group by k.customer_key
