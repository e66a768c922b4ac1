-- One row is somebody of the sales departments who has to hand in market reports: salespeople, not managers (D-04).
-- Grain: name.
select
  name, any_value(department) as department, any_value(region) as region,
  case when count(joined_on) = count(*) then min(joined_on) end as joined_on,
  case when count(left_on) = count(*) then max(left_on) end as left_on
from canonical.salespeople
where role = 'salesperson'
group by name
order by name
