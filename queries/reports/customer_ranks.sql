-- One row is a customer in a year in which it bought or returned something, up to a day: what it bought (A-08).
-- Grain: year, customer_key. Of the whole company: a customer's place is among all of them.
-- Whole months from the rollup, of the one that the day cuts its days.
with turnover as (
  select customer_key, year(month) as year, net_sales from marts.customer_months
  where month < date_trunc('month', $as_of::date + 1)::date and (sales > 0 or net_sales <> 0)
  union all
  select k.customer_key, year(s.date), s.net_sales
  from marts.sale_days s
  join marts.customer_keys k on k.customer_id = s.customer_id
  where s.date between date_trunc('month', $as_of::date + 1)::date and $as_of::date
)
select year::integer as year, customer_key, sum(net_sales)::decimal(18,2) as net_sales
from turnover
group by 1, 2
