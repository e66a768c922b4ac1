-- One row is a customer with its tier on a day and what gives it (Q-05).
-- Grain: customer_id.
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier,
    max(effective_on) as effective_on, arg_max(made_in, (effective_on, made_in)) as made_in
  from canonical.tier_decisions
  where effective_on <= $as_of::date and customer_id in (select unnest($customers::varchar[]))
  group by 1
)
select
  c.customer_id, c.name, c.department, coalesce(d.tier, c.tier) as tier,
  d.effective_on, d.made_in
from canonical.customers c
left join decided d on d.customer_id = c.customer_id
where c.customer_id in (select unnest($customers::varchar[]))
order by c.customer_id
