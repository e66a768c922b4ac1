-- One row is a month of the as-of date's year up to it: net sales, and those of the same month a year before (A-01).
-- Grain: month.
-- A month that is not over is compared with as many of its days a year before, else every month would seem to shrink.
with bounds as (
  select
    date_trunc('year', $as_of::date)::date as from_day,
    case
      when $as_of::date = last_day($as_of::date) then last_day(($as_of::date - interval 1 year)::date)
      else ($as_of::date - interval 1 year)::date
    end as before_to
),
months as (
  select unnest(generate_series(from_day, $as_of::date, interval 1 month))::date as month from bounds
),
sold as (
  select
    date_trunc('month', l.date)::date as month,
    sum(case l.kind when 'sale' then l.amount else -l.amount end) as net_sales
  from canonical.ledger l
  left join canonical.customers c on c.customer_id = l.customer_id
  cross join bounds b
  where l.kind in ('sale', 'return')
    and (l.date between b.from_day and $as_of::date
      or l.date between (b.from_day - interval 1 year)::date and b.before_to)
    and ($departments::varchar[] is null or list_contains($departments::varchar[], l.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], l.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
  group by 1
)
select
  strftime(m.month, '%Y-%m') as period,
  coalesce(s.net_sales, 0)::decimal(18, 2) as net_sales,
  coalesce(b.net_sales, 0)::decimal(18, 2) as net_sales_before
from months m
left join sold s on s.month = m.month
left join sold b on b.month = (m.month - interval 1 year)::date
order by m.month
