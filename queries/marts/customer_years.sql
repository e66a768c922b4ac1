-- One row is a year in which a customer has ledger rows: net sales and the change of its balance (A-01).
-- Grain: customer_key, year.
-- Years and not months: who buys every month has twelve times fewer rows, and the days of the year that a date cuts
-- are in marts.sale_days, marts.credits and marts.cover. traded: it bought or returned something.
select
  customer_key,
  year(date)::smallint as year,
  sum(case kind when 'sale' then amount when 'return' then -amount else 0 end)::decimal(18,2) as net_sales,
  sum(case when kind in ('opening', 'sale', 'refund') then amount when kind in ('return', 'payment') then -amount else 0 end)::decimal(18,2) as balance,
  bool_or(kind in ('sale', 'return')) as traded,
  min(date) as first_on
from temp.entries
group by 1, 2
