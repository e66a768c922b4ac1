-- One row is a customer with the last day on which its tier was decided, as far as a day knows (R-13).
-- Grain: customer_id.
-- A decision of the product counts from the day it was made, a revoked one until it was revoked; of imported history
-- only the day from which it holds is known.
select customer_id, max(day) as decided_on
from (
  select customer_id, effective_on as day
  from canonical.tier_decisions where made_in = 'history'
  union all
  select customer_id, made_on
  from canonical.review_decisions where revoked_on is null or revoked_on > $as_of::date
)
where day <= $as_of::date and customer_id in (select unnest($customers::varchar[]))
group by 1
order by 1
