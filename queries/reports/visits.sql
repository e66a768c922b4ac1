-- One row is a salesperson, a department, a region or the whole with the visits of a period, judged at a date (V-01 to V-07).
-- Grain: whole, group.
-- The whole has a row of its own beside the groups, because a customer whom two groups met is one customer.
-- Forms belong to the group of their salesperson, else of their customer; customers assigned to that of their owner, else
-- to their own. until: the earlier of the period's end and the as-of date. due_after: for each day from the first one the
-- days from it to the day by which minutes are filed (V-02).
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id, c.kind, c.department, c.region, c.owner
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
-- Forms need their customer only where it says which group they are of, or whether they are asked for.
form_customer as (
  select customer_id, department, region from customer
  where not $unfiltered::boolean or $by::varchar in ('department', 'region')
),
contact as materialized (
  select
    case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    f.customer_id, f.method, f.contact_on, f.approved_before,
    list_contains($face_to_face::varchar[], f.method) as met,
    case when f.minutes_filed_on <= $as_of::date then f.minutes_filed_on end as filed_on,
    f.contact_on + list_extract($due_after::integer[], f.contact_on - $from::date + 1) as minutes_due_on
  from marts.visit_forms f
  left join form_customer c on c.customer_id = f.customer_id
  where f.contact_on between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
),
done as (
  select
    grp, grouping(grp) = 1 as whole,
    count(*) as contacts,
    count(*) filter (method = 'field_visit' and approved_before) as approved_before,
    count(*) filter (method = 'field_visit' and not approved_before) as approval_breaches,
    count(*) filter (met) as minutes_due,
    count(*) filter (met and filed_on <= minutes_due_on) as minutes_on_time,
    count(*) filter (met and filed_on is null and minutes_due_on >= $as_of::date) as minutes_pending
  from contact
  group by grouping sets ((grp), ())
),
meeting as materialized (
  select grp, customer_id, count(*) as visits from contact where met group by grp, customer_id
),
visited as materialized (
  select customer_id, sum(visits)::bigint as visits from meeting group by customer_id
),
met as (
  select grp, false as whole, count(customer_id) as met from meeting group by grp
  union all
  select null, true, count(customer_id) from visited
),
plan as (
  select
    case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    grouping(case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
      when 'region' then c.region end) = 1 as whole,
    count(*) as planned,
    count(*) filter (f.contact_on <= $as_of::date) as done
  from marts.visit_forms f
  left join form_customer c on c.customer_id = f.customer_id
  where f.planned_for between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
  group by grouping sets ((case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
    when 'region' then c.region end), ())
),
-- Those met who bought on the day or soon after (V-07).
sale as (
  select customer_id, date from marts.sale_days join marts.customer_keys using (customer_key)
  where has_sale and date between $from::date and least($until::date + $strike_days::integer, $as_of::date)
),
buyer as materialized (
  select distinct m.grp, m.customer_id
  from contact m
  join sale s on s.customer_id = m.customer_id and s.date between m.contact_on and m.contact_on + $strike_days::integer
  where m.met
),
bought as (
  select grp, false as whole, count(*) as bought from buyer group by grp
  union all
  select null, true, count(distinct customer_id) from buyer
),
-- R-10: on the day of removed_on a customer is no longer listed.
listed as (
  select customer_id, scope, department from canonical.blacklist
  where listed_on <= $until::date and (removed_on is null or removed_on > $until::date)
),
assigned as (
  select
    case $by::varchar when 'salesperson' then c.owner when 'department' then c.department
      when 'region' then c.region end as grp,
    coalesce(v.visits, 0) as visits
  from customer c
  left join visited v on v.customer_id = c.customer_id
  left join listed b on b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
  where c.kind = 'trade' and b.customer_id is null
),
-- Without an owner a customer makes no row by salesperson; its department and its region it still has (V-06).
covered as (
  select
    grp, grouping(grp) = 1 as whole,
    count(*) as assigned,
    count(*) filter (visits > 0) as visited,
    sum(visits) as assigned_visits,
    -- A tenth of all of them, rounded up to whole customers, the most visited first.
    list_sum(list_slice(list_reverse_sort(list(visits) filter (visits > 0)), 1, (count(*) + 9) // 10)) as top_visits
  from assigned
  group by grouping sets ((grp), ())
  having whole or grp is not null or $by::varchar <> 'salesperson'
),
first_made as (
  select
    case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    f.method
  from marts.first_contacts f
  left join form_customer c on c.customer_id = f.customer_id
  where f.contact_on between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
),
firsts as (
  select grp, grouping(grp) = 1 as whole, count(*) as firsts, count(*) filter (method = 'phone') as cold
  from first_made
  group by grouping sets ((grp), ())
),
won as materialized (
  -- The first sale date is the one with no gap before it.
  select customer_id, date from marts.sale_days join marts.customer_keys using (customer_key)
  where has_sale and gap_days is null and date between $from::date and $until::date
),
-- Looked for among the few that won, before anybody asks who they are.
first_made_sale as materialized (
  select l.customer_id, l.salesperson
  from canonical.entries l
  join won w on w.customer_id = l.customer_id and w.date = l.date
  where l.kind = 'sale' and l.date between $from::date and $until::date
  qualify row_number() over (partition by l.customer_id order by l.entry_id, l.line_no) = 1
),
first_sale as (
  select
    case $by::varchar when 'salesperson' then coalesce(f.salesperson, c.owner) when 'department' then c.department
      when 'region' then c.region end as grp
  from first_made_sale f
  join customer c on c.customer_id = f.customer_id and c.kind = 'trade'
),
acquired as (
  select grp, grouping(grp) = 1 as whole, count(*) as new_customers
  from first_sale
  group by grouping sets ((grp), ())
),
part as (
  select grp, whole, contacts, approved_before, approval_breaches, minutes_due, minutes_on_time, minutes_pending,
    0 as met, 0 as planned, 0 as done, 0 as bought, 0 as assigned, 0 as visited, 0 as assigned_visits,
    0 as top_visits, 0 as firsts, 0 as cold, 0 as new_customers
  from done
  union all by name select grp, whole, met from met
  union all by name select grp, whole, planned, done from plan
  union all by name select grp, whole, bought from bought
  union all by name select grp, whole, assigned, visited, assigned_visits, top_visits from covered
  union all by name select grp, whole, firsts, cold from firsts
  union all by name select grp, whole, new_customers from acquired
)
select
  grp as "group",
  whole,
  coalesce(sum(planned), 0)::integer as planned,
  coalesce(sum(done), 0)::integer as done,
  coalesce(sum(contacts), 0)::integer as contacts,
  coalesce(sum(assigned), 0)::integer as customers_assigned,
  coalesce(sum(visited), 0)::integer as customers_visited,
  coalesce(sum(assigned_visits), 0)::integer as assigned_visits,
  coalesce(sum(top_visits), 0)::integer as top_visits,
  coalesce(sum(approved_before), 0)::integer as approved_before,
  coalesce(sum(approval_breaches), 0)::integer as approval_breaches,
  coalesce(sum(minutes_due), 0)::integer as minutes_due,
  coalesce(sum(minutes_on_time), 0)::integer as minutes_on_time,
  coalesce(sum(minutes_pending), 0)::integer as minutes_pending,
  coalesce(sum(firsts), 0)::integer as first_contacts,
  coalesce(sum(cold), 0)::integer as cold_calls,
  coalesce(sum(met), 0)::integer as customers_met,
  coalesce(sum(bought), 0)::integer as visited_and_bought,
  coalesce(sum(new_customers), 0)::integer as new_customers
from part
where whole or $by::varchar <> 'none'
group by whole, grp
order by whole, grp nulls last
