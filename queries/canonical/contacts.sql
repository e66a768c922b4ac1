-- One row is a contact with a customer: a visit that took place, by whatever method (I, V-05).
-- Grain: visit_id.
-- It is dated by its local date; of several at one instant the last is the one with the largest visit number.
select
  visit_id, customer_id, visited_at, visited_at::date as contact_on, method, conclusion,
  salesperson, contact_name, contact_role, opportunity_id, purpose, note,
  _import_id, _file_id, _line
from raw.visits
where visited_at is not null
