-- One row: since when expected amounts are followed, and of how many opportunities an earlier one is known.
-- Grain: one row.
select
  (select min(i.finished_at) from loads.files f join loads.imports i on i.import_id = f.import_id
    where f.kind = 'opportunities' and f.refused is null)::timestamp as since,
  (select count(distinct f.import_id) from loads.files f join loads.imports i on i.import_id = f.import_id
    where f.kind = 'opportunities' and f.refused is null and i.undone_at is null)::integer as imports,
  (select count(distinct opportunity_id) from canonical.opportunity_versions)::integer as changed
