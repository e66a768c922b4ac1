-- One row is a customer with sales or returns in the 12 months up to a half-year's end (R-02, R-04).
-- Grain: customer_key.
with asked as (
  select k.customer_key
  from marts.customer_keys k
  join canonical.customers c on c.customer_id = k.customer_id
  where list_contains($departments::varchar[], c.department)
),
month as (
  select
    customer_key,
    -- Cheaper for a million rows than date_trunc.
    date - (day(date)::integer - 1) as month,
    sum(net_sales) filter (date >= $period_start::date) as of_period,
    sum(net_sales) as net_sales,
    bool_or(has_sale) as has_sale
  from marts.sale_days
  where date between $year_from::date and $period_end::date
    and ($departments::varchar[] is null or customer_key in (from asked))
  group by 1, 2
)
select
  customer_key,
  coalesce(sum(of_period), 0)::decimal(18,2) as net_sales,
  sum(net_sales)::decimal(18,2) as net_sales_12m,
  (count(*) filter (has_sale))::integer as months_with_sale
from month
group by 1
