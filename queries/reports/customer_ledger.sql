-- One row is a month or a year in which a customer has ledger rows: what was sold and received, and the balance at its end (A-01, A-08).
-- Grain: period (its first day).
-- before: net sales of the same period a year earlier up to the same day; empty where the ledger holds none of it.
with entry as (
  select l.date, l.kind, l.amount,
    case when $by_year::boolean then date_trunc('year', l.date) else date_trunc('month', l.date) end::date as period
  from canonical.ledger l
  left join canonical.customers c on c.customer_id = l.customer_id
  where l.customer_id = $customer_id::varchar and l.date <= $as_of::date
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
total as (
  select period,
    coalesce(sum(amount) filter (where kind = 'sale'), 0) as sales,
    coalesce(sum(amount) filter (where kind = 'return'), 0) as returns,
    coalesce(sum(amount) filter (where kind = 'payment'), 0) as payments,
    coalesce(sum(amount) filter (where kind = 'refund'), 0) as refunds,
    coalesce(sum(amount) filter (where kind = 'opening'), 0) as opening
  from entry group by 1
),
earlier as (
  select p.period, sum(case e.kind when 'sale' then e.amount else -e.amount end) as net_sales
  from total p
  join entry e on e.kind in ('sale', 'return') and e.date >= p.period - interval 1 year
    and e.date <= least(
      p.period + (case when $by_year::boolean then interval 1 year else interval 1 month end) - interval 1 day,
      $as_of::date) - interval 1 year
  group by 1
)
select
  t.period, t.sales::decimal(18,2) as sales, t.returns::decimal(18,2) as returns,
  t.payments::decimal(18,2) as payments, t.refunds::decimal(18,2) as refunds,
  (t.sales - t.returns)::decimal(18,2) as net_sales,
  e.net_sales::decimal(18,2) as net_sales_before,
  (sum(t.opening + t.sales + t.refunds - t.returns - t.payments) over (order by t.period))::decimal(18,2) as balance
from total t
left join earlier e on e.period = t.period
order by t.period desc
