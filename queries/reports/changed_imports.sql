-- One row is an import that stands and that was made with a number or on a day, or after it, the latest first.
-- Grain: import_id.
select i.import_id, i.finished_at, coalesce(sum(f.new), 0)::integer as new, coalesce(sum(f.changed), 0)::integer as changed
from loads.imports i
left join loads.files f on f.import_id = i.import_id
where i.state = 'loaded'
  and ($since_import::integer is null or i.import_id >= $since_import::integer)
  and ($since_day::date is null or i.finished_at::date >= $since_day::date)
group by all
order by i.import_id desc
