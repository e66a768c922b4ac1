-- One row is a decision on a customer's tier, the one that holds the longer last (Q-05).
-- Grain: customer_key, effective_on, made_in.
select k.customer_key, t.effective_on, t.tier
from canonical.tier_decisions t
join marts.customer_keys k on k.customer_id = t.customer_id
order by t.effective_on, t.made_in
