-- One row is a customer in a year in which it bought or returned something, up to a day: what it bought (A-08).
-- Grain: year, customer_key. Of the whole company: a customer's place is among all of them.
-- Whole years from the rollup, of the one that the day cuts its days.
select year::integer as year, customer_key, net_sales
from marts.customer_years
where traded and make_date(year, 12, 31) <= $as_of::date
union all
select year($as_of::date)::integer, customer_key, sum(net_sales)::decimal(18,2)
from marts.sale_days
where $as_of::date < make_date(year($as_of::date), 12, 31)
  and date between date_trunc('year', $as_of::date)::date and $as_of::date
group by 2
