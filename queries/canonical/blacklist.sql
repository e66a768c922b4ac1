-- One row is an entry of a blacklist, in force from listed_on until the day before removed_on (R-10).
-- Grain: customer_id, scope, department, listed_on.
-- A department's entry concerns that department alone, the company's entry everybody: department is empty there.
-- An entry that was loaded can be lifted in the product; the earlier removal holds. One that was made in the product
-- stands for the same one in a file.
with loaded as (
  select
    customer_id, scope, case scope when 'department' then department end as department, listed_on, removed_on, reason,
    _import_id, _file_id, _line
  from raw.blacklist
)
select
  b.customer_id, b.scope, b.department, b.listed_on, least(b.removed_on, l.removed_on) as removed_on, b.reason,
  'history' as made_in, null::integer as entry_id,
  b._import_id, b._file_id, b._line
from loaded b
left join decided.lifted l
  on l.customer_id = b.customer_id and l.scope = b.scope and l.department is not distinct from b.department
  and l.listed_on = b.listed_on
where not exists (
  select 1 from decided.blacklist d
  where d.customer_id = b.customer_id and d.scope = b.scope and d.department is not distinct from b.department
    and d.listed_on = b.listed_on)
union all
select customer_id, scope, department, listed_on, removed_on, reason, 'product', entry_id, null, null, null
from decided.blacklist
