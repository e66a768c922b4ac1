-- One row is a grade that an import gave a customer (G-01): as it stands, or as a later import replaced it.
-- Grain: customer_id, import_id.
with version as (
  select customer_id, grade, _import_id, _file_id, _line from raw.customers
  union all
  select customer_id, grade, _import_id, _file_id, _line from history.customers
)
select v.customer_id, v.grade, i.finished_at::date as loaded_on, v._import_id, v._file_id, v._line
from version v
left join loads.imports i on i.import_id = v._import_id
