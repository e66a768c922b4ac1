-- One row is a line of the sales plan: what is to be reached in a month (P-01).
-- Grain: month, department, salesperson, product; each but the month may be empty.
-- A line that names a salesperson and no department counts for the department of the salesperson, where that is one; the
-- region is the salesperson's.
with person as (
  select name,
    case when count(distinct department) = 1 then any_value(department) end as department,
    case when count(distinct region) = 1 then any_value(region) end as region
  from raw.salespeople
  group by name
)
select
  t.month, coalesce(t.department, p.department) as department, p.region, t.salesperson, t.product,
  t.sales_amount, t.visits, t.new_customers,
  t._import_id, t._file_id, t._line
from raw.targets t
left join person p on p.name = t.salesperson
