-- One row is a day on which a customer paid, returned, was refunded or brought a credit forward (A-02).
-- Grain: customer_key, date.
-- All payments are here, those that name a sale too: what the pool has is this less the settlements.
select
  k.customer_key,
  l.date,
  (sum(abs(l.amount)) filter (where l.kind <> 'refund'))::decimal(18,2) as credited,
  (sum(l.amount) filter (where l.kind = 'refund'))::decimal(18,2) as refunded
from canonical.entries l
join marts.customer_keys k on k.customer_id = l.customer_id
where l.kind in ('payment', 'return', 'refund') or (l.kind = 'opening' and l.amount < 0)
group by 1, 2
