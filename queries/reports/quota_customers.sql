-- One row is a customer of the base on a day, with its tier and what the tier rests on (Q-02 to Q-05).
-- Grain: customer_id, product (empty where products are not told apart).
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier, max(effective_on) as effective_on
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
asked as (
  select k.customer_key, c.*, coalesce(d.tier, c.tier) as tier_on_day,
    case when d.tier is not null then 'decision' when c.tier is not null then 'register' end as tier_from,
    d.effective_on
  from canonical.customers c
  join marts.customer_keys k on k.customer_id = c.customer_id
  left join decided d on d.customer_id = c.customer_id
  where c.kind = 'trade' and c.admitted_on <= $as_of::date
    and not exists (
      select 1 from canonical.blacklist b
      where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
        and b.listed_on <= $as_of::date and (b.removed_on is null or b.removed_on > $as_of::date))
    and ($tiers::varchar[] is null or list_contains($tiers::varchar[], coalesce(d.tier, c.tier)))
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
    and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
bought as (
  select distinct customer_id, product
  from canonical.entries
  where $by_product::boolean and kind = 'sale' and date between $sold_from::date and $as_of::date
    and ($products::varchar[] is null or list_contains($products::varchar[], product))
    and customer_id in (select customer_id from asked)
  union all
  select customer_id, null from asked
  where not $by_product::boolean and ($products::varchar[] is null or customer_id in (
    select customer_id from canonical.entries
    where kind = 'sale' and date between $sold_from::date and $as_of::date
      and list_contains($products::varchar[], product)))
)
select
  a.customer_id, a.name, a.department, b.product, a.region, a.owner, a.grade, a.tier_on_day as tier, a.tier_from,
  a.effective_on as tier_since, a.admitted_on,
  a.customer_key,
  a._import_id as source_import, f.file as source_file, f.sheet as source_sheet, a._line as source_line
from asked a
join bought b on b.customer_id = a.customer_id
left join loads.files f on f.file_id = a._file_id
order by a.customer_id, b.product nulls last
