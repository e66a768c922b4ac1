-- One row is an entry of an item into a stage of a process other than the opportunities' (F-08).
-- Grain: process, item_id, position, entered_on.
-- gas_installation: the sheet's columns; the control sheet is dated by its number (A-06). new_customer: collecting the
-- customer's data is taken for the general survey and the first field visit for the on-site one; no export tells the
-- application. started_on is the day by which the item belongs to a period.
with sheets as (
  select
    i.*,
    case when regexp_matches(sheet_no, '^\d{11}$') then try_strptime(left(sheet_no, 8), '%Y%m%d')::date end as sheet_on
  from raw.installations i
),
customers as (
  select
    c.*, coalesce(collected_on, entered_on, admitted_on) as started_on,
    (select min(visited_at)::date from raw.visits v
      where v.customer_id = c.customer_id and v.method = 'field_visit') as visited_on,
    (select min(signed_on) from raw.contracts k where k.customer_id = c.customer_id and k.kind = 'sales') as supply_on,
    (select min(signed_on) from raw.contracts k where k.customer_id = c.customer_id and k.kind = 'quality') as quality_on
  from raw.customers c
  where c.kind = 'trade'
)
select
  'gas_installation' as process, sheet_no as item_id, customer_name as name, applied_on as started_on,
  null::varchar as department, null::varchar as region, null::varchar as owner,
  unnest([1, 2, 3, 4, 5, 6, 7, 8])::tinyint as position,
  unnest([applied_on, paid_on, sheet_on, verified_on, hung_on, accepted_on, activated_on, archived_on]) as entered_on,
  _import_id, _file_id, _line
from sheets
union all
select
  'new_customer', customer_id, name, started_on, department, region, owner,
  unnest([1, 2, 4, 5, 6])::tinyint, unnest([started_on, visited_on, supply_on, quality_on, admitted_on]),
  _import_id, _file_id, _line
from customers
