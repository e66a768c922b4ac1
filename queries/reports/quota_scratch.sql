-- One row is a named trade customer with what decides in which quotas it counts on a day (Q-02, Q-04, Q-05).
-- Grain: customer_id.
-- products: what it bought from sold_from to the day, an empty text for sales that name none.
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions
  where effective_on <= $as_of::date and customer_id in (select unnest($customers::varchar[])) group by 1
),
bought as (
  select customer_id, list_sort(list(distinct coalesce(product, ''))) as products
  from canonical.entries
  where kind = 'sale' and date between $sold_from::date and $as_of::date
    and customer_id in (select unnest($customers::varchar[]))
  group by 1
),
customer as (
  select c.*, coalesce(d.tier, c.tier) as tier_on_day, coalesce(b.products, []) as products,
    exists (
      select 1 from canonical.blacklist b
      where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
        and b.listed_on <= $as_of::date and (b.removed_on is null or b.removed_on > $as_of::date)) as listed
  from canonical.customers c
  left join decided d on d.customer_id = c.customer_id
  left join bought b on b.customer_id = c.customer_id
  where c.kind = 'trade' and c.customer_id in (select unnest($customers::varchar[]))
)
select
  customer_id, name, department, owner, grade, tier_on_day as tier, admitted_on, listed,
  coalesce(admitted_on <= $as_of::date, false) and not listed as in_base,
  products
from customer
where ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], owner))
order by customer_id
