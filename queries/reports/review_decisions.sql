-- One row is a customer decided in a half-year's review: the latest decision that nobody revoked (R-11).
-- Grain: customer_id.
select
  decision_id, customer_id, decision, tier, effective_on, made_on, made_by, reason
from canonical.review_decisions
where period = $period::varchar and revoked_on is null
qualify decision_id = max(decision_id) over (partition by customer_id)
order by customer_id
