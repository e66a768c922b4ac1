-- One row is a customer with sales or returns up to a day: net sales of the year up to it, its last sale (A-01).
-- Grain: customer_key. It asks for the whole company, so that no department has to be looked for.
-- Whole months of the year as they are kept; the days of those that it cuts are added up by themselves.
with sold as (
  select customer_key, sum(net_sales) as net_sales
  from (
    select customer_key, net_sales from marts.customer_months
    where month >= $year_from::date and month < date_trunc('month', $as_of::date + 1)::date
    union all
    select k.customer_key, s.net_sales
    from marts.sale_days s
    join marts.customer_keys k on k.customer_id = s.customer_id
    where day($year_from::date) > 1 and s.date between $year_from::date and last_day($year_from::date)
    union all
    select k.customer_key, s.net_sales
    from marts.sale_days s
    join marts.customer_keys k on k.customer_id = s.customer_id
    where $as_of::date <> last_day($as_of::date)
      and s.date between date_trunc('month', $as_of::date)::date and $as_of::date
  )
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
