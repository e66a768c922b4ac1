-- One row is a day on which a customer paid, returned, was refunded or brought a credit forward (A-02).
-- Grain: customer_key, date.
-- All payments are here, those that name a sale too: what the pool has is this less the settlements.
select
  customer_key,
  date,
  (sum(abs(amount)) filter (where kind <> 'refund'))::decimal(18,2) as credited,
  (sum(amount) filter (where kind = 'refund'))::decimal(18,2) as refunded
from temp.entries
where kind in ('payment', 'return', 'refund') or (kind = 'opening' and amount < 0)
group by 1, 2
