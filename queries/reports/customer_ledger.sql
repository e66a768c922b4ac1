-- One row is a month or a year in which a customer has ledger rows, with the balance at its end, or a product that it
-- bought or returned in the 24 months up to a day (A-01, A-08): all from one reading of the ledger.
-- Grain: part, period (its first day), product (empty where a row names none).
-- before: net sales of the same period a year earlier up to the same day, empty where the ledger holds none of it; of a
-- product, of the 12 months before.
with entry as materialized (
  select l.date, l.kind, l.amount, l.product
  from canonical.entries l
  left join canonical.customers c on c.customer_id = l.customer_id
  where l.customer_id = $customer_id::varchar and l.date <= $as_of::date
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
split as (
  select false as by_year, date_trunc('month', date)::date as period, kind, amount from entry
  union all
  select true, date_trunc('year', date)::date, kind, amount from entry
),
total as (
  select by_year, period,
    coalesce(sum(amount) filter (where kind = 'sale'), 0) as sales,
    coalesce(sum(amount) filter (where kind = 'return'), 0) as returns,
    coalesce(sum(amount) filter (where kind = 'payment'), 0) as payments,
    coalesce(sum(amount) filter (where kind = 'refund'), 0) as refunds,
    coalesce(sum(amount) filter (where kind = 'opening'), 0) as opening
  from split group by all
),
earlier as (
  select p.by_year, p.period, sum(case e.kind when 'sale' then e.amount else -e.amount end) as net_sales
  from total p
  join entry e on e.kind in ('sale', 'return') and e.date >= p.period - interval 1 year
    and e.date <= least(
      p.period + (case when p.by_year then interval 1 year else interval 1 month end) - interval 1 day,
      $as_of::date) - interval 1 year
  group by all
),
bought as (
  select product,
    coalesce(sum(case kind when 'sale' then amount else -amount end) filter (where date >= $year_from::date), 0) as net_sales,
    coalesce(sum(case kind when 'sale' then amount else -amount end) filter (where date < $year_from::date), 0) as before,
    max(date) filter (where kind = 'sale') as last_sale_on
  from entry
  where kind in ('sale', 'return') and date >= $before_from::date
  group by 1
)
select
  if(t.by_year, 'year', 'month') as part, t.period, null::varchar as product,
  t.sales::decimal(18,2) as sales, t.returns::decimal(18,2) as returns,
  t.payments::decimal(18,2) as payments, t.refunds::decimal(18,2) as refunds,
  (t.sales - t.returns)::decimal(18,2) as net_sales,
  e.net_sales::decimal(18,2) as net_sales_before,
  (sum(t.opening + t.sales + t.refunds - t.returns - t.payments)
    over (partition by t.by_year order by t.period))::decimal(18,2) as balance,
  null::date as last_sale_on
from total t
left join earlier e on e.by_year = t.by_year and e.period = t.period
union all
select 'product', null, product, 0, 0, 0, 0, net_sales::decimal(18,2), before::decimal(18,2), 0, last_sale_on
from bought
order by part, period desc, net_sales desc, product nulls last
