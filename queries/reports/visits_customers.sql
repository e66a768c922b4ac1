-- One row is a customer behind the coverage of a period: assigned to the group, or met by it, or new for it (V-06, V-07).
-- Grain: group, customer_id.
-- visits: meetings with anybody of the company. Of a group's assigned customers rank says the place by them; the first
-- tenth, rounded up, are the top ones.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id, c.name, c.kind, c.department, c.region, c.owner, c.grade, coalesce(t.tier, c.tier) as tier, c.admitted_on, c._import_id, c._file_id, c._line
  from canonical.customers c
  left join tiers t on t.customer_id = c.customer_id
  where true
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
    and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
    and ($tiers::varchar[] is null or (
      c.admitted_on <= $as_of::date and list_contains($tiers::varchar[], coalesce(t.tier, c.tier))))
    and ($products::varchar[] is null or c.customer_id in (
      select customer_id from canonical.ledger
      where kind = 'sale' and date <= $as_of::date and list_contains($products::varchar[], product)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
meeting as (
  select
    case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    f.customer_id, f.contact_on
  from marts.visit_forms f
  left join customer c on c.customer_id = f.customer_id
  where f.contact_on between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
    and list_contains($face_to_face::varchar[], f.method)
),
visited as (
  select customer_id, count(*) as visits, max(contact_on) as last_on from meeting group by 1
),
sold as (
  select customer_id, sum(net_sales) as net_sales
  from marts.sale_days join marts.customer_keys using (customer_key) where date between $from::date and $until::date group by 1
),
assigned as (
  select
    case $by::varchar when 'salesperson' then c.owner when 'department' then c.department
      when 'region' then c.region end as grp,
    c.customer_id, coalesce(v.visits, 0) as visits
  from customer c
  left join visited v on v.customer_id = c.customer_id
  where c.kind = 'trade' and (c.owner is not null or $by::varchar <> 'salesperson') and not exists (
    from canonical.blacklist b
    where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
      and b.listed_on <= $until::date and (b.removed_on is null or b.removed_on > $until::date))
),
ranked as (
  select *, row_number() over (partition by grp order by visits desc, customer_id) as rank,
    count(*) over (partition by grp) as size
  from assigned
),
met as (
  select
    m.grp, m.customer_id,
    min(s.date) as bought_on
  from meeting m
  left join (from marts.sale_days join marts.customer_keys using (customer_key)) s on s.customer_id = m.customer_id and s.has_sale
    and s.date between m.contact_on and m.contact_on + $strike_days::integer and s.date <= $as_of::date
  group by m.grp, m.customer_id
),
won as (
  -- The first sale date is the one with no gap before it.
  select customer_id, date from marts.sale_days join marts.customer_keys using (customer_key)
  where has_sale and gap_days is null and date between $from::date and $until::date
),
first_sale as (
  select
    case $by::varchar when 'salesperson' then l.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    w.customer_id, w.date
  from won w
  join customer c on c.customer_id = w.customer_id and c.kind = 'trade'
  join canonical.ledger l on l.customer_id = w.customer_id and l.date = w.date and l.kind = 'sale'
  where l.date between $from::date and $until::date
  qualify row_number() over (partition by w.customer_id order by l.entry_id, l.line_no) = 1
),
wanted as (
  select grp, customer_id, null::date as bought_on from ranked
  where case $figure::varchar when 'assigned' then true when 'visited' then visits > 0 when 'unvisited' then visits = 0
    when 'top' then rank <= (size + 9) // 10 and visits > 0 else false end
  union all
  select grp, customer_id, bought_on from met
  where case $figure::varchar when 'met' then true when 'bought' then bought_on is not null else false end
  union all
  select grp, customer_id, date from first_sale where $figure::varchar = 'new'
)
select
  w.grp as "group", w.customer_id, c.name, c.department, c.region, c.owner, c.grade,
  case when c.admitted_on <= $as_of::date then c.tier end as tier,
  coalesce(v.visits, 0)::integer as visits, v.last_on as last_visit_on, w.bought_on,
  coalesce(s.net_sales, 0)::decimal(18, 2) as net_sales,
  c._import_id as source_import, f.file as source_file, f.sheet as source_sheet, c._line as source_line
from wanted w
left join customer c on c.customer_id = w.customer_id
left join visited v on v.customer_id = w.customer_id
left join sold s on s.customer_id = w.customer_id
left join loads.files f on f.file_id = c._file_id
where $every_group::boolean or w.grp is not distinct from $grp::varchar
order by visits desc, net_sales desc, w.customer_id
