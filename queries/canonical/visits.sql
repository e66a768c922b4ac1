-- One row is a visit form: a contact that was planned, made, or both (V).
-- Grain: visit_id.
-- left_at: when the salesperson left, the time of the visit where that is not recorded. approved_before (V-01): approved
-- not after leaving, and handed to the attendance clerk not after it where the handing over is recorded.
select
  visit_id, customer_id, salesperson, method, planned_for, visited_at, visited_at::date as contact_on,
  approved_by, approved_at, attendance_at, departed_at, coalesce(departed_at, visited_at) as left_at,
  coalesce(approved_at <= coalesce(departed_at, visited_at), false)
    and coalesce(attendance_at <= coalesce(departed_at, visited_at), true) as approved_before,
  contact_name, contact_role, opportunity_id, purpose, conclusion, note,
  minutes_filed_at, minutes_reviewed_at, customer_confirmed_at, gift_cost, reception_cost,
  _import_id, _file_id, _line
from raw.visits
