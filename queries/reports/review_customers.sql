-- One row is a customer of the base at a half-year's end: what its review looks at, but for how its sales were covered.
-- Grain: customer_id.
-- Places and ranks are the whole department's, so a department is read whole; `wanted` says which rows are asked for.
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $period_end::date group by 1
),
base as (
  select c.*, coalesce(d.tier, c.tier) as tier_at_end
  from canonical.customers c
  left join decided d on d.customer_id = c.customer_id
  where c.kind = 'trade' and c.admitted_on <= $period_end::date
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and not exists (
      select 1 from canonical.blacklist b
      where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
        and b.listed_on <= $period_end::date and (b.removed_on is null or b.removed_on > $period_end::date))
),
month as (
  select customer_key, month, net_sales, sales
  from marts.customer_months
  where month >= $year_from::date and last_day(month) <= $period_end::date
  union all
  -- A review of an unfinished half-year can end within a month (R-13): its days are added up by themselves.
  select k.customer_key, date_trunc('month', $period_end::date)::date,
    sum(case e.kind when 'sale' then e.amount else -e.amount end)::decimal(18,2),
    (count(*) filter (where e.kind = 'sale'))::integer
  from canonical.entries e
  join marts.customer_keys k on k.customer_id = e.customer_id
  where $period_end::date <> last_day($period_end::date) and e.kind in ('sale', 'return')
    and e.date between date_trunc('month', $period_end::date)::date and $period_end::date
  group by 1
),
sold_by_key as (
  select customer_key,
    sum(net_sales) filter (where month >= $period_start::date) as net_sales,
    sum(net_sales) as net_sales_12m,
    count(*) filter (where sales > 0) as months
  from month
  group by 1
),
sold as (
  select k.customer_id, s.net_sales, s.net_sales_12m, s.months
  from sold_by_key s
  join marts.customer_keys k on k.customer_key = s.customer_key
),
-- R-03: found in the period; R-05 and R-09 ask which kinds.
found as (
  select customer_id,
    count(*) filter (where found_on >= $period_start::date) as incidents,
    count(*) filter (where found_on >= $period_start::date and kind in ('crisis', 'major_loss', 'reputation')) as grave,
    count(*) filter (where found_on >= $period_start::date and kind in ('major_loss', 'reputation')) as listing,
    count(*) as unclean,
    min(found_on) filter (where found_on >= $period_start::date) as first_on
  from canonical.incidents
  where found_on between least($clean_from::date, $period_start::date) and $period_end::date
  group by 1
)
select
  b.customer_id, b.name, b.department, b.tier_at_end as tier, b.institution_class, b.specialty, b.beds,
  coalesce(s.net_sales, 0)::decimal(18,2) as net_sales,
  coalesce(s.net_sales_12m, 0)::decimal(18,2) as net_sales_12m,
  coalesce(s.months, 0)::integer as months_with_sale,
  (rank() over (partition by b.department order by coalesce(s.net_sales, 0)) - 1)::integer as smaller,
  (count(*) over (partition by b.department))::integer as base,
  coalesce(i.incidents, 0)::integer as incidents,
  coalesce(i.grave, 0)::integer as grave_incidents,
  coalesce(i.listing, 0)::integer as listing_incidents,
  coalesce(i.unclean, 0)::integer as unclean_incidents,
  i.first_on as first_incident_on,
  ($regions::varchar[] is null or coalesce(list_contains($regions::varchar[], b.region), false))
    and ($owners::varchar[] is null or coalesce(list_contains($owners::varchar[], b.owner), false))
    and ($grades::varchar[] is null or coalesce(list_contains($grades::varchar[], b.grade), false))
    and ($tiers::varchar[] is null or coalesce(list_contains($tiers::varchar[], b.tier_at_end), false))
    and ($products::varchar[] is null or b.customer_id in (
      select customer_id from canonical.ledger
      where kind = 'sale' and date <= $period_end::date and list_contains($products::varchar[], product)))
    and ($scope_regions::varchar[] is null or coalesce(list_contains($scope_regions::varchar[], b.region), false))
    and ($scope_owners::varchar[] is null or coalesce(list_contains($scope_owners::varchar[], b.owner), false)) as wanted
from base b
left join sold s on s.customer_id = b.customer_id
left join found i on i.customer_id = b.customer_id
order by b.customer_id
