-- One row is a record behind a figure of the plan (P-01): a line of the plan, a sale or a return (with a minus), a visit face
-- to face, or the first sale of a new customer.
-- Grain: figure, source row.
with target as (
  select t.*
  from canonical.targets t
  where t.month between strftime($from::date, '%Y-%m') and strftime($to::date, '%Y-%m')
    and ($departments::varchar[] is null or list_contains($departments::varchar[], t.department))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], t.salesperson))
    and ($products::varchar[] is null or list_contains($products::varchar[], t.product))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], t.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], t.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], t.salesperson))
),
sale as (
  select l.*, c.name,
    case l.kind when 'sale' then l.amount else -l.amount end as net
  from canonical.ledger l
  left join canonical.customers c on c.customer_id = l.customer_id
  where l.kind in ('sale', 'return') and l.date between $from::date and $until::date
    and ($departments::varchar[] is null or list_contains($departments::varchar[], l.department))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], l.salesperson))
    and ($products::varchar[] is null or list_contains($products::varchar[], l.product))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
visit as (
  select v.visit_id, v.customer_id, c.name, v.salesperson, c.department, o.product, v.contact_on as date,
    v._import_id, v._file_id, v._line
  from canonical.visits v
  left join canonical.customers c on c.customer_id = v.customer_id
  left join canonical.opportunities o on o.opportunity_id = v.opportunity_id
  where v.visited_at >= $from::date and v.contact_on between $from::date and $until::date
    and list_contains($face_to_face::varchar[], v.method)
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], v.salesperson))
    and ($products::varchar[] is null or list_contains($products::varchar[], o.product))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
won as (
  -- The first sale date is the one with no gap before it.
  select customer_id, date from marts.sale_days join marts.customer_keys using (customer_key)
  where has_sale and gap_days is null and date between $from::date and $until::date
),
first_sale as (
  select l.*, c.name, c.region, c.owner, c.department as home
  from won w
  join canonical.customers c on c.customer_id = w.customer_id and c.kind = 'trade'
  join canonical.ledger l on l.customer_id = w.customer_id and l.date = w.date and l.kind = 'sale'
  where l.date between $from::date and $until::date
  qualify row_number() over (partition by w.customer_id order by l.entry_id, l.line_no) = 1
),
new_customer as (
  select f.* replace (f.home as department)
  from first_sale f
  where true
    and ($departments::varchar[] is null or list_contains($departments::varchar[], f.home))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], f.salesperson))
    and ($products::varchar[] is null or list_contains($products::varchar[], f.product))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], f.home))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], f.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], f.owner))
),
record as (
  select 'plan' as figure, case $by::varchar when 'salesperson' then t.salesperson when 'department' then t.department
    when 'product' then t.product when 'month' then t.month end as grp, null as source_id, (t.month || '-01')::date as date, null as customer_id, null as name,
    t.department, t.salesperson, t.product, t.sales_amount as amount, t.visits as plan_visits, t.new_customers as plan_new,
    t._import_id, t._file_id, t._line
  from target t
  union all by name
  select 'sales' as figure, case $by::varchar when 'salesperson' then s.salesperson when 'department' then s.department
    when 'product' then s.product when 'month' then strftime(s.date, '%Y-%m') end as grp, s.entry_id as source_id, s.date as date, s.customer_id, s.name,
    s.department, s.salesperson, s.product, s.net as amount, null as plan_visits, null as plan_new,
    s._import_id, s._file_id, s._line
  from sale s
  union all by name
  select 'visits' as figure, case $by::varchar when 'salesperson' then v.salesperson when 'department' then v.department
    when 'product' then v.product when 'month' then strftime(v.date, '%Y-%m') end as grp, v.visit_id as source_id, v.date as date, v.customer_id, v.name,
    v.department, v.salesperson, v.product, null as amount, null as plan_visits, null as plan_new,
    v._import_id, v._file_id, v._line
  from visit v
  union all by name
  select 'new' as figure, case $by::varchar when 'salesperson' then n.salesperson when 'department' then n.department
    when 'product' then n.product when 'month' then strftime(n.date, '%Y-%m') end as grp, n.entry_id as source_id, n.date as date, n.customer_id, n.name,
    n.department, n.salesperson, n.product, n.amount as amount, null as plan_visits, null as plan_new,
    n._import_id, n._file_id, n._line
  from new_customer n
)
select
  r.date, r.source_id, r.customer_id, r.name, r.department, r.salesperson, r.product,
  r.amount::decimal(18, 2) as amount, r.plan_visits::integer as plan_visits, r.plan_new::integer as plan_new,
  r._import_id as source_import, f.file as source_file, f.sheet as source_sheet, r._line as source_line
from record r
left join loads.files f on f.file_id = r._file_id
where r.figure = $figure::varchar and ($every_group::boolean or r.grp is not distinct from $grp::varchar)
order by r.date, r.source_id, r.department, r.salesperson, r.product
