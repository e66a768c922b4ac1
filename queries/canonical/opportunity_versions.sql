-- One row is what was loaded of an opportunity before a later import replaced it, and when that was.
-- Grain: opportunity_id, replaced_at.
-- What stands now is in opportunities. Both instants are local time.
select
  h.opportunity_id, h.stage, h.expected_amount, h.signed_amount,
  first.finished_at as loaded_at, next.finished_at as replaced_at
from history.opportunities h
left join loads.imports first on first.import_id = h._import_id
join loads.imports next on next.import_id = h._superseded_by
