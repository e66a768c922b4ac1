-- One row is a decision on a customer's tier, effective from a day on (Q-05).
-- Grain: customer_id, effective_on.
select
  customer_id, tier, effective_on, period, score, reason,
  'history' as made_in,
  _import_id, _file_id, _line
from raw.tier_history
