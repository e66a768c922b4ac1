-- One row is a change of an opportunity's stage as an export tells it, with the line that it stands in.
-- Grain: opportunity_id, stage, entered_on.
select opportunity_id, stage, entered_on, _import_id, _file_id, _line
from raw.stage_changes
