-- One row is a day on which a customer bought or returned something, by customer and day (I-06, I-07, I-09).
-- Grain: customer_key, date.
select customer_key, date, has_sale::integer as has_sale, net_sales, gap_days
from marts.sale_days
order by customer_key, date
