-- One row is a salesperson, a department, a product, a month or the whole: plan and actuals of a span of months (P-01).
-- Grain: group.
-- Sales are sales less returns up to the as-of date, by the ledger's salesperson, department and product; visits are
-- meetings face to face, by who made them, the customer's department and the product of the opportunity that they name;
-- new customers by their first sale, the department being the customer's.
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
part as (
  select case $by::varchar when 'salesperson' then t.salesperson when 'department' then t.department
    when 'product' then t.product when 'month' then t.month end as grp,
    sum(t.sales_amount) as plan_amount, sum(t.visits) as plan_visits, sum(t.new_customers) as plan_new,
    null::decimal(38, 2) as actual_amount, 0 as actual_visits, 0 as actual_new
  from target t group by 1
  union all by name
  select case $by::varchar when 'salesperson' then s.salesperson when 'department' then s.department
    when 'product' then s.product when 'month' then strftime(s.date, '%Y-%m') end as grp, sum(s.net) as actual_amount
  from sale s group by 1
  union all by name
  select case $by::varchar when 'salesperson' then v.salesperson when 'department' then v.department
    when 'product' then v.product when 'month' then strftime(v.date, '%Y-%m') end as grp, count(*) as actual_visits
  from visit v group by 1
  union all by name
  select case $by::varchar when 'salesperson' then n.salesperson when 'department' then n.department
    when 'product' then n.product when 'month' then strftime(n.date, '%Y-%m') end as grp, count(*) as actual_new
  from new_customer n group by 1
)
select
  grp as "group",
  sum(plan_amount)::decimal(18, 2) as plan_amount,
  coalesce(sum(actual_amount), 0)::decimal(18, 2) as actual_amount,
  sum(plan_visits)::integer as plan_visits,
  coalesce(sum(actual_visits), 0)::integer as actual_visits,
  sum(plan_new)::integer as plan_new,
  coalesce(sum(actual_new), 0)::integer as actual_new
from part
group by grp
order by grp nulls last
