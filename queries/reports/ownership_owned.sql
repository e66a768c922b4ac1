-- One row is an owner with its customers of a region and a department at the as-of date (O-04).
-- Grain: owner, region, department.
-- Who has left by then owns what the register says and is asked for nothing more. What was decided and is not loaded yet
-- counts: customers with the owner they had ('' for
-- none) and the new one, side by side; once a load shows another owner, the load says who owns.
with moved as (
  select
    unnest($moved_customers::varchar[]) as customer_id, unnest($moved_from::varchar[]) as previous_owner,
    unnest($moved_owners::varchar[]) as owner
),
owned as (
  select coalesce(m.owner, c.owner) as owner, c.region, c.department
  from canonical.customers c
  left join moved m on m.customer_id = c.customer_id and m.previous_owner = coalesce(c.owner, '')
  where c.entered_on is null or c.entered_on <= $as_of::date
)
select
  c.owner, c.region, c.department,
  count(*)::integer as customers,
  any_value(p.department) as own_department,
  coalesce(bool_or(p.left_on <= $as_of::date), false) as has_left
from owned c
left join (
  select name, any_value(department) as department, max(coalesce(left_on, 'infinity'::date)) as left_on
  from canonical.salespeople
  group by name
) p on p.name = c.owner
where c.owner is not null
group by all
order by c.owner, c.region nulls last, c.department nulls last
