-- One row is a month in which a customer has ledger rows: net sales and the change of its balance (A-01).
-- Grain: customer_key, month (its first day).
select
  customer_key,
  -- Cheaper for a million rows than date_trunc.
  date - (day(date)::integer - 1) as month,
  sum(case kind when 'sale' then amount when 'return' then -amount else 0 end)::decimal(18,2) as net_sales,
  sum(case when kind in ('opening', 'sale', 'refund') then amount when kind in ('return', 'payment') then -amount else 0 end)::decimal(18,2) as balance,
  count(*) filter (where kind = 'sale')::integer as sales,
  min(date) as first_on
from temp.entries
group by 1, 2
