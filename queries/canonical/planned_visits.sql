-- One row is a visit form with a day for which the visit is planned, done or not (V-07).
-- Grain: visit_id.
select visit_id, customer_id, salesperson, method, planned_for, visited_at, purpose, _import_id, _file_id, _line
from raw.visits
where planned_for is not null
