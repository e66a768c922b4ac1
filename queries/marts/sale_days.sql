-- One row is a day on which a customer bought or returned something.
-- Grain: customer_key, date.
-- gap_days: days since the sale date before; empty on the first one and on days of returns alone. It depends on
-- nothing later, so a customer's rhythm (I-07) at any past date is the median over its rows up to that date.
-- A charge stands behind the one before it already, so the days need not be put in order once more.
with line as (
  select customer_key, date, true as is_sale, amount, nullif(gap_days, 0) as gap_days from temp.charges where is_sale
  union all
  select customer_key, date, false, -amount, null from temp.entries where kind = 'return'
)
select
  customer_key, date,
  bool_or(is_sale) as has_sale,
  sum(amount)::decimal(18, 2) as net_sales,
  max(gap_days)::integer as gap_days
from line
group by customer_key, date
