-- One row is a day on which a customer bought or returned something.
-- Grain: customer_key, date.
-- gap_days: days since the sale date before; empty on the first one and on days of returns alone. It depends on
-- nothing later, so a customer's rhythm (I-07) at any past date is the median over its rows up to that date.
-- A charge stands behind the one before it already, so the days need not be put in order once more; and a sale alone
-- on its day, without a return, is that day, with nothing to add up.
with returned as materialized (
  select customer_key, date, amount from temp.entries where kind = 'return'
),
sold as (
  select customer_key, date, amount, nullif(gap_days, 0) as gap_days,
    alone and (customer_key, date) not in (select (customer_key, date) from returned) as is_day
  from temp.charges where is_sale
),
line as (
  select customer_key, date, true as is_sale, amount, gap_days from sold where not is_day
  union all
  select customer_key, date, false, -amount, null from returned
)
select customer_key, date, true as has_sale, amount as net_sales, gap_days::integer as gap_days
from sold
where is_day
union all
select
  customer_key, date,
  bool_or(is_sale) as has_sale,
  sum(amount)::decimal(18, 2) as net_sales,
  max(gap_days)::integer as gap_days
from line
group by customer_key, date
