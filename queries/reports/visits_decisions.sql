-- One row: opportunities that are open at a date from the solution stage on, and those of them with a decision maker met (V-08).
-- Grain: one row.
-- The counts of visits_decision_makers.sql, without looking for the last meeting of each.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id
  from canonical.customers c
  left join tiers t on t.customer_id = c.customer_id
  where not $unfiltered::boolean
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
reached as (
  select o.opportunity_id, o.customer_id
  from marts.opportunity_stages o
  where ($unfiltered::boolean or o.customer_id in (from customer))
    and (o.created_on is null or o.created_on <= $as_of::date) and (o.closed_on is null or o.closed_on > $as_of::date)
    -- The latest entry by the date; mostly the last of all.
    and case when way[-1].day <= $as_of::date then way[-1].position
      else list_filter(way, lambda e: e.day <= $as_of::date)[-1].position end between 3 and 5
),
met as (
  select customer_id, opportunity_id from marts.decision_contacts where first_on <= $as_of::date
)
select
  count(*)::integer as open,
  count(*) filter (
    customer_id in (select customer_id from met where opportunity_id is null)
    or (customer_id, opportunity_id) in (select (customer_id, opportunity_id) from met where opportunity_id is not null)
  )::integer as met
from reached
