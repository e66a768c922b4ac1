-- One row is an import with the data version that it made, and the one that taking it back made.
-- Grain: import_id.
select import_id, state, data_version, undone_version
from loads.imports
order by import_id
