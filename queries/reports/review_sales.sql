-- One row is a customer with sales or returns in the 12 months up to a half-year's end (R-02, R-04).
-- Grain: customer_key.
with asked as (
  select k.customer_key
  from marts.customer_keys k
  join canonical.customers c on c.customer_id = k.customer_id
  where list_contains($departments::varchar[], c.department)
),
month as (
  select customer_key, month, net_sales, sales
  from marts.customer_months
  where month >= $year_from::date and month < date_trunc('month', $period_end::date + 1)::date
    and ($departments::varchar[] is null or customer_key in (from asked))
  union all
  -- A review of an unfinished half-year can end within a month (R-13): its days are added up by themselves.
  select k.customer_key, date_trunc('month', $period_end::date)::date, sum(s.net_sales)::decimal(18,2),
    (count(*) filter (where s.has_sale))::integer
  from marts.sale_days s
  join marts.customer_keys k on k.customer_id = s.customer_id
  where $period_end::date <> last_day($period_end::date)
    and s.date between date_trunc('month', $period_end::date)::date and $period_end::date
    and ($departments::varchar[] is null or k.customer_key in (from asked))
  group by 1
)
select
  customer_key,
  coalesce(sum(net_sales) filter (where month >= $period_start::date), 0)::decimal(18,2) as net_sales,
  sum(net_sales)::decimal(18,2) as net_sales_12m,
  (count(*) filter (where sales > 0))::integer as months_with_sale
from month
group by 1
