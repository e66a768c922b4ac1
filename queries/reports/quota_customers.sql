-- One row is a customer of the base on a day, with its tier and what the tier rests on (Q-02 to Q-05).
-- Grain: customer_id, product (empty where products are not told apart).
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier, max(effective_on) as effective_on
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
bought as (
  select distinct customer_id, product
  from canonical.ledger
  where $by_product::boolean and kind = 'sale' and date between $sold_from::date and $as_of::date
    and ($products::varchar[] is null or list_contains($products::varchar[], product))
  union all
  select customer_id, null from canonical.customers
  where not $by_product::boolean and ($products::varchar[] is null or customer_id in (
    select customer_id from canonical.ledger
    where kind = 'sale' and date between $sold_from::date and $as_of::date
      and list_contains($products::varchar[], product)))
),
base as (
  select c.*, b.product, coalesce(d.tier, c.tier) as tier_on_day,
    case when d.tier is not null then 'decision' when c.tier is not null then 'register' end as tier_from,
    d.effective_on
  from canonical.customers c
  join bought b on b.customer_id = c.customer_id
  left join decided d on d.customer_id = c.customer_id
  where c.kind = 'trade' and c.admitted_on <= $as_of::date and not exists (
    select 1 from canonical.blacklist b
    where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
      and b.listed_on <= $as_of::date and (b.removed_on is null or b.removed_on > $as_of::date))
),
sold as (
  select customer_id,
    coalesce(sum(case kind when 'sale' then amount else -amount end) filter (where date >= $year_from::date), 0) as net_sales,
    max(date) filter (where kind = 'sale') as last_sale_on
  from canonical.ledger where kind in ('sale', 'return') and date <= $as_of::date group by 1
)
select
  b.customer_id, b.name, b.department, b.product, b.region, b.owner, b.grade, b.tier_on_day as tier, b.tier_from,
  b.effective_on as tier_since, b.admitted_on,
  coalesce(s.net_sales, 0)::decimal(18,2) as net_sales_12m, s.last_sale_on,
  b._import_id as source_import, f.file as source_file, f.sheet as source_sheet, b._line as source_line
from base b
left join sold s on s.customer_id = b.customer_id
left join loads.files f on f.file_id = b._file_id
where ($tiers::varchar[] is null or list_contains($tiers::varchar[], b.tier_on_day))
  and ($departments::varchar[] is null or list_contains($departments::varchar[], b.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], b.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], b.owner))
  and ($grades::varchar[] is null or list_contains($grades::varchar[], b.grade))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], b.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], b.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], b.owner))
order by b.customer_id, b.product nulls last
