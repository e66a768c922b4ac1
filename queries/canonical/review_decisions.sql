-- One row is a decision that somebody made in the product on a customer's tier, revoked ones too (R-11).
-- Grain: decision_id.
select
  decision_id, customer_id, period, department, decision, proposal, tier_before, proposed_tier, tier, effective_on,
  made_on, made_by, reason, revoked_on
from decided.decisions
