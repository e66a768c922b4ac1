-- One row is a decision on a customer's tier, effective from a day on (Q-05).
-- Grain: customer_id, effective_on, made_in.
-- Of two of one day the one made in the product wins: by its name, which is the larger.
select
  customer_id, tier, effective_on, period, score, reason,
  'history' as made_in,
  _import_id, _file_id, _line
from raw.tier_history
union all
select customer_id, tier, effective_on, period, score, reason, 'product', null, null, null
from decided.tiers
