-- One row is a work type of the jobs finished in some days, with the coefficient that priced the first and the last of
-- them and how many it priced (B-01).
-- Grain: work_type.
select
  work_type, any_value(category) as category,
  arg_min(coefficient, finished_on)::decimal(18, 3) as first_coefficient,
  arg_max(coefficient, finished_on)::decimal(18, 3) as coefficient,
  count(*)::integer as jobs,
  count(*) filter (points is null)::integer as priced
from marts.finished_jobs
where finished_on between $from::date and $until::date and work_type is not null
group by work_type
order by priced desc, work_type
