-- One row is a visit form behind a figure of the visits of a period (V-01 to V-09, V-11); figure says which.
-- Grain: visit_id.
-- The same words as in visits.sql and visits_summary.sql: a test counts the rows of every figure against them. One that
-- is asked for by its salesperson's group takes grp; without every_group all are listed.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id, c.name, c.department, c.region, c.owner
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
  select
    v.*, c.name, c.department, c.region, c.owner,
    case $by::varchar when 'salesperson' then v.salesperson when 'department' then c.department
      when 'region' then c.region end as grp,
    list_contains($face_to_face::varchar[], v.method) as met,
    v.contact_on between $from::date and $until::date as made,
    v.planned_for between $from::date and $until::date as planned,
    case when v.minutes_filed_at::date <= $as_of::date then v.minutes_filed_at::date end as filed_on,
    case when v.contact_on between $from::date and $until::date
      then v.contact_on + list_extract($due_after::integer[], v.contact_on - $from::date + 1) end as minutes_due_on,
    coalesce(v.minutes_reviewed_at::date <= $as_of::date, false) as reviewed,
    coalesce(v.customer_confirmed_at::date <= $as_of::date, false) as confirmed
  from canonical.visits v
  left join customer c on c.customer_id = v.customer_id
  where ($unfiltered::boolean or c.customer_id is not null)
    and (v.visited_at >= $from::date and v.visited_at < $until::date + 1
      or v.planned_for between $from::date and $until::date)
),
judged as (
  select
    *,
    case when made and method = 'field_visit' then
      case when approved_at is null then 'none' when approved_at > left_at then 'late'
        when attendance_at > left_at then 'attendance_late' else 'before' end
    end as approval,
    case when made and met then
      case when filed_on <= minutes_due_on then 'on_time'
        when filed_on is null and minutes_due_on >= $as_of::date then 'pending' else 'late' end
    end as minutes
  from form
)
select
  j.visit_id, j.customer_id, j.name, j.salesperson, j.method, j.planned_for,
  case when j.contact_on <= $as_of::date then j.visited_at end as visited_at,
  j.contact_name, j.contact_role, j.purpose, j.conclusion,
  j.approved_by, j.approved_at, j.left_at, j.approval,
  case when j.minutes is not null then j.minutes_due_on end as minutes_due_on,
  j.minutes_filed_at, j.minutes, j.minutes_reviewed_at, j.customer_confirmed_at,
  (coalesce(j.gift_cost, 0) + coalesce(j.reception_cost, 0))::decimal(18, 2) as cost,
  j._import_id as source_import, f.file as source_file, f.sheet as source_sheet, j._line as source_line
from judged j
left join loads.files f on f.file_id = j._file_id
where ($every_group::boolean or j.grp is not distinct from $grp::varchar)
  and ($customer_id::varchar is null or j.customer_id = $customer_id::varchar)
  and ($role::varchar is null or coalesce(j.contact_role, 'none') = $role::varchar)
  and ($method::varchar is null or j.method = $method::varchar)
  and case $figure::varchar
    when 'planned' then j.planned
    when 'done' then j.planned and j.contact_on <= $as_of::date
    when 'not_done' then j.planned and not coalesce(j.contact_on <= $as_of::date, false)
    when 'contacts' then j.made
    when 'field_visits' then j.approval is not null
    when 'approved_before' then j.approval = 'before'
    when 'approval_breaches' then j.approval <> 'before'
    when 'no_purpose' then j.approval is not null and j.purpose is null
    when 'minutes_due' then j.minutes is not null
    when 'minutes_on_time' then j.minutes = 'on_time'
    when 'minutes_late' then j.minutes = 'late'
    when 'minutes_pending' then j.minutes = 'pending'
    when 'unreviewed' then j.minutes is not null and not j.reviewed
    when 'unconfirmed' then j.minutes is not null and not j.confirmed
    when 'first_contacts' then j.made and j.visit_id in (select visit_id from marts.first_contacts)
    when 'cold_calls' then j.made and j.method = 'phone' and j.visit_id in (select visit_id from marts.first_contacts)
    when 'costs' then j.made and coalesce(j.gift_cost, 0) + coalesce(j.reception_cost, 0) > 0
    when 'unapproved_costs' then j.made and not j.approved_before
      and coalesce(j.gift_cost, 0) + coalesce(j.reception_cost, 0) > 0
  end
order by coalesce(j.visited_at, j.planned_for::timestamp), j.visit_id
