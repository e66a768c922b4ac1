-- One row is a customer with the next visit planned for the as-of date or later that had not taken place by then (V-07).
-- Grain: customer_key.
-- Read of everybody: who is in sight stands in the register that it is joined to.
select k.customer_key, min(p.planned_for) as planned_for
from canonical.visits p
join marts.customer_keys k on k.customer_id = p.customer_id
where p.planned_for >= $as_of::date and (p.visited_at is null or p.visited_at >= $as_of::date + 1)
group by k.customer_key
