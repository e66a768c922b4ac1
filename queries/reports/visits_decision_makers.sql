-- One row is an opportunity that is open at a date from the solution stage on, and its last contact with a decision maker (V-08).
-- Grain: opportunity_id.
-- A contact speaks for the opportunity that it names, and for those of its customer where it names none.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id, c.name
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
open as (
  select o.opportunity_id, o.customer_id, c.name, o.department, o.salesperson, o.grade, o.expected_amount, o.created_on,
    list_filter(o.way, lambda e: e.day <= $as_of::date)[-1].position as position
  from marts.opportunity_stages o
  left join customer c on c.customer_id = o.customer_id
  where ($unfiltered::boolean or c.customer_id is not null)
    and (o.created_on is null or o.created_on <= $as_of::date) and (o.closed_on is null or o.closed_on > $as_of::date)
),
reached as (
  select * from open where position between 3 and 5
),
met as (
  select r.opportunity_id, max(v.contact_on) as met_on
  from reached r
  join canonical.contacts v on v.customer_id = r.customer_id
    and (v.opportunity_id is null or v.opportunity_id = r.opportunity_id)
  where v.contact_role = 'decision_maker' and v.contact_on <= $as_of::date
  group by 1
)
select
  r.opportunity_id, r.customer_id, r.name, r.department, r.salesperson, r.grade,
  case r.position when 3 then 'solution' when 4 then 'negotiation' else 'signed' end as stage,
  r.created_on, r.expected_amount, m.met_on,
  o._import_id as source_import, f.file as source_file, f.sheet as source_sheet, o._line as source_line
from reached r
left join met m on m.opportunity_id = r.opportunity_id
left join canonical.opportunities o on o.opportunity_id = r.opportunity_id
left join loads.files f on f.file_id = o._file_id
order by m.met_on is not null, r.expected_amount desc nulls last, r.opportunity_id
