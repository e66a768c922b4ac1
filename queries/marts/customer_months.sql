-- One row is a month in which a customer has ledger rows: net sales and the change of its balance (A-01).
-- Grain: customer_key, month (its first day).
select
  customer_key,
  date_trunc('month', date)::date as month,
  sum(case kind when 'sale' then amount when 'return' then -amount else 0 end)::decimal(18,2) as net_sales,
  sum(case kind
    when 'opening' then amount when 'sale' then amount when 'refund' then amount
    when 'return' then -amount when 'payment' then -amount else 0 end)::decimal(18,2) as balance,
  count(*) filter (where kind = 'sale')::integer as sales,
  min(date) as first_on
from temp.entries
group by 1, 2
