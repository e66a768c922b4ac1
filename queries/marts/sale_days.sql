-- One row is a day on which a customer bought or returned something.
-- Grain: customer_key, date.
-- gap_days: days since the sale date before; empty on the first one and on days of returns alone. It depends on
-- nothing later, so a customer's rhythm (I-07) at any past date is the median over its rows up to that date.
with days as (
  select
    customer_key, date,
    bool_or(kind = 'sale') as has_sale,
    sum(case kind when 'sale' then amount else -amount end)::decimal(18, 2) as net_sales
  from temp.entries
  where kind in ('sale', 'return')
  group by customer_key, date
)
select
  customer_key, date, has_sale, net_sales,
  case when has_sale then date - lag(date) over (partition by customer_key, has_sale order by date) end::integer
    as gap_days
from days
