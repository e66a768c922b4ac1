-- One row is a role of those met face to face (part: role; empty where none is recorded) or a method by which first
-- contacts were made (part: first) in a period (V-04, V-05).
-- Grain: part, code.
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
mix as (
  select 'role' as part, f.contact_role as code
  from marts.visit_forms f
  left join (from customer where not $unfiltered::boolean) c on c.customer_id = f.customer_id
  where f.contact_on between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
    and list_contains($face_to_face::varchar[], f.method)
  union all
  select 'first', f.method
  from marts.first_contacts f
  left join (from customer where not $unfiltered::boolean) c on c.customer_id = f.customer_id
  where f.contact_on between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
)
select part, code, count(*)::integer as count
from mix
group by part, code
order by part, count(*) desc, code nulls last
