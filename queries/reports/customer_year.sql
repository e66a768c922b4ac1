-- One row is a customer with sales or returns up to a day: net sales of the year up to it, its last sale (A-01).
-- Grain: customer_key. It asks for the whole company, so that no department has to be looked for.
with sold as (
  select customer_key, sum(net_sales) as net_sales
  from marts.sale_days
  where date between $year_from::date and $as_of::date
  group by 1
),
-- Every sale is a charge.
latest as (
  select customer_key, max(date) as last_sale_on
  from marts.cover where is_sale and date <= $as_of::date
  group by 1
)
select
  coalesce(s.customer_key, l.customer_key) as customer_key,
  coalesce(s.net_sales, 0)::decimal(18,2) as net_sales_12m, l.last_sale_on
from sold s
full join latest l on l.customer_key = s.customer_key
