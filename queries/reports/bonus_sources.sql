-- One row is a row of a file behind a statement, with the import that it stands under now (B-12).
-- Grain: source_kind, source_id.
-- Assessments are named by their quarter alone, with the last import: a rank moves with anybody's score.
-- A coefficient is named by its work type and first day: `维修@2026-06-15`.
select 'jobs' as source_kind, job_id as source_id, _import_id as import_id
from canonical.loaded_jobs
where job_id in (select unnest($jobs::varchar[]))

union all

select 'service_events', event_id, _import_id
from canonical.service_events
where event_id in (select unnest($events::varchar[]))

union all

select 'bonus_items', item_id, _import_id
from canonical.bonus_items
where item_id in (select unnest($items::varchar[]))

union all

select 'parts_sales', sale_id, _import_id
from canonical.parts_sales
where sale_id in (select unnest($sales::varchar[]))

union all

select 'assessments', quarter, max(_import_id)
from canonical.assessments
where quarter in (select unnest($quarters::varchar[]))
group by quarter

union all

select 'coefficients', work_type || '@' || effective_from::varchar, _import_id
from canonical.coefficients
