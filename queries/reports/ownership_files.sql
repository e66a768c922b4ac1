-- One row is a customer whose registration may show something: no owner, entered, contacted or sent on late (O-01 to O-05).
-- Grain: customer_id.
-- seen: lies under the filters and in the viewer's sight; proposals are made over all of them before.
-- What is late is judged by the rules, in working days too; here only those are left out of which that is impossible.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions
  where effective_on <= $as_of::date
  group by customer_id
),
contacts_from as (
  select min(day) as day from marts.data_days where source = 'visits'
),
register as (
  select c.*
  from canonical.customers c
  where coalesce(c.collected_on, c.entered_on, c.assigned_on) is null
    or coalesce(c.collected_on, c.entered_on, c.assigned_on) <= $as_of::date
),
assigned as (
  select r.customer_id, r.owner, r.assigned_on
  from register r, contacts_from f
  where r.owner is not null and r.assigned_on <= $as_of::date and r.assigned_on >= f.day
),
met as (
  select a.customer_id, min(v.contact_on) as first_contact_on
  from canonical.contacts v
  join assigned a on a.customer_id = v.customer_id and a.owner = v.salesperson
  where v.contact_on between a.assigned_on and $as_of::date and list_contains($methods::varchar[], v.method)
  group by a.customer_id
)
select
  r.customer_id, r.name, r.department, r.region, r.owner, r.grade,
  r.collected_on, r.entered_on, r.assigned_on, r.reviewed_on, r.forwarded_on,
  m.first_contact_on, a.customer_id is not null as contacts_known,
  coalesce(
    ($departments::varchar[] is null or list_contains($departments::varchar[], r.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], r.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], r.owner))
    and ($grades::varchar[] is null or list_contains($grades::varchar[], r.grade))
    and ($tiers::varchar[] is null or (
      r.admitted_on <= $as_of::date and list_contains($tiers::varchar[], coalesce(t.tier, r.tier))))
    and ($products::varchar[] is null or r.customer_id in (
      select customer_id from canonical.ledger
      where kind = 'sale' and date <= $as_of::date and list_contains($products::varchar[], product)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], r.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], r.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], r.owner)),
    false
  ) as seen,
  r._import_id as source_import, f.file as source_file, f.sheet as source_sheet, r._line as source_line
from register r
left join assigned a on a.customer_id = r.customer_id
left join met m on m.customer_id = r.customer_id
left join tiers t on t.customer_id = r.customer_id
left join loads.files f on f.file_id = r._file_id
where (
    (r.owner is null and (r.entered_on is null or r.entered_on <= $as_of::date))
    or least(r.entered_on, $as_of::date) - r.collected_on > $enter_within::integer
    or coalesce(m.first_contact_on, case when a.customer_id is not null then $as_of::date end) - a.assigned_on
      > $first_within::integer
    or (coalesce(r.reviewed_on, r.forwarded_on) is not null
      and least(coalesce(r.forwarded_on, $as_of::date), $as_of::date) - r.entered_on > $forward_within::integer)
    or (r.reviewed_on <= $as_of::date and r.reviewed_on > r.entered_on)
  )
order by r.customer_id
