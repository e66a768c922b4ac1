-- One row: the last day that the loaded data bears, not after today; per source the same; and when it was loaded.
-- Grain: one row.
select
  max(day)::date as last_on,
  max(day) filter (where source = 'ledger')::date as ledger_on,
  max(day) filter (where source = 'visits')::date as visits_on,
  max(day) filter (where source = 'jobs')::date as jobs_on,
  (select max(published_at) from loads.version)::timestamp as loaded_at
from marts.data_days
where day <= $today::date
