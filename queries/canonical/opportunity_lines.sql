-- One row is an opportunity as it was loaded: what no customer adds to, and its line in the file.
-- Grain: opportunity_id.
-- Apart from canonical.opportunities, so that looking up a few lines joins no customers.
select opportunity_id, name, expected_close_on, _import_id, _file_id, _line from raw.opportunities
