-- One row is a salesperson's closed opportunities of a department up to the as-of date (F-06): what ability is judged by.
-- Grain: salesperson, department.
select
  salesperson, department,
  count(*) filter (stage = 'signed')::integer as signed,
  count(*)::integer as closed
from canonical.opportunities
where closed_on <= $as_of::date
group by all
order by salesperson nulls last, department nulls last
