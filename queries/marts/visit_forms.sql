-- One row is a visit form, narrow and in the order of its days: a period reads its own rows alone (V-01 to V-11).
-- Grain: visit form.
select
  customer_id, salesperson, method, contact_role, planned_for, contact_on, approved_before,
  purpose is not null as has_purpose,
  minutes_filed_at::date as minutes_filed_on,
  minutes_reviewed_at::date as reviewed_on,
  customer_confirmed_at::date as confirmed_on,
  (coalesce(gift_cost, 0) + coalesce(reception_cost, 0))::decimal(12, 2) as cost
from canonical.visits
order by coalesce(contact_on, planned_for)
