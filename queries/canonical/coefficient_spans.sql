-- One row is a coefficient of a work type with the days on which it is in force (B-01).
-- Grain: work_type, effective_from.
-- The category belongs to the work type: a job finished before the type's first coefficient has that one's.
select
  work_type, category, points, effective_from,
  lead(effective_from, 1, date '9999-12-31') over (partition by work_type order by effective_from) as until,
  first_value(category) over (partition by work_type order by effective_from) as first_category
from raw.coefficients
