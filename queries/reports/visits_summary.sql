-- One row: what the counts by group leave out of the visits of a period (V-01, V-03, V-09, V-11).
-- Grain: one row.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id
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
form as (
  select f.*, list_contains($face_to_face::varchar[], f.method) as met
  from marts.visit_forms f
  left join (from customer where not $unfiltered::boolean) c on c.customer_id = f.customer_id
  where f.contact_on between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
)
select
  count(*) filter (method = 'field_visit')::integer as field_visits,
  count(*) filter (method = 'field_visit' and not has_purpose)::integer as no_purpose,
  count(*) filter (met and not coalesce(reviewed_on <= $as_of::date, false))::integer as unreviewed,
  count(*) filter (met and not coalesce(confirmed_on <= $as_of::date, false))::integer as unconfirmed,
  coalesce(sum(cost), 0)::decimal(18, 2) as cost,
  count(*) filter (cost > 0 and not approved_before)::integer as unapproved_costs
from form
