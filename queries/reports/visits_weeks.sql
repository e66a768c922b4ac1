-- One row is an ISO week of a group with its visits (V-07): forms planned, of them done, contacts, customers met face to face.
-- Grain: group, week (its Monday).
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id, c.department, c.region
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
contact as (
  select
    case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    date_trunc('week', f.contact_on)::date as week, f.contact_on, f.customer_id,
    list_contains($face_to_face::varchar[], f.method) as met
  from marts.visit_forms f
  left join customer c on c.customer_id = f.customer_id
  where f.contact_on between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
),
planned as (
  select
    case $by::varchar when 'salesperson' then f.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    date_trunc('week', f.planned_for)::date as week, f.contact_on
  from marts.visit_forms f
  left join customer c on c.customer_id = f.customer_id
  where f.planned_for between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
),
meeting as (
  select distinct grp, week, customer_id, contact_on from contact where met
),
part as (
  select grp, week, count(*) as contacts, count(distinct customer_id) filter (met) as customers_met,
    0 as planned, 0 as done, 0 as bought
  from contact group by grp, week
  union all by name
  select grp, week, count(*) as planned, count(*) filter (contact_on <= $as_of::date) as done
  from planned group by grp, week
  union all by name
  select m.grp, m.week, count(distinct m.customer_id) as bought
  from meeting m
  join (from marts.sale_days join marts.customer_keys using (customer_key)) s on s.customer_id = m.customer_id and s.has_sale
    and s.date between m.contact_on and m.contact_on + $strike_days::integer
  where s.date between $from::date and least($until::date + $strike_days::integer, $as_of::date)
  group by m.grp, m.week
)
select
  grp as "group", week,
  coalesce(sum(planned), 0)::integer as planned, coalesce(sum(done), 0)::integer as done,
  coalesce(sum(contacts), 0)::integer as contacts, coalesce(sum(customers_met), 0)::integer as customers_met,
  coalesce(sum(bought), 0)::integer as visited_and_bought
from part
group by grp, week
order by grp nulls last, week
