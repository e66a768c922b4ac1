-- One row is a record with something to ask about, once for each question that it is part of (V-10): a question, not a
-- verdict. key tells one question from the next: records that belong together have the same.
-- Grain: question, key, source row.
-- approved_late: a field visit whose form was approved, or handed in, after leaving. not_approved: without approval.
-- same_time: one salesperson face to face at two customers in one minute. burst: many minutes filed by one salesperson,
-- each within a few minutes of the one before. same_text: one text of some length at several customers. visit_without_card and
-- card_without_visit: customers with cards, held against the diary by day; a card without
-- a visit is asked of the customer's owner.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.customer_id, c.name, c.owner
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
    v.visit_id, v.customer_id, c.name, v.salesperson, v.method, v.visited_at, v.contact_on, v.approved_at,
    v.attendance_at, v.left_at, v.approved_before, v.purpose, v.note,
    case when v.minutes_filed_at::date <= $as_of::date then v.minutes_filed_at end as minutes_filed_at,
    list_contains($face_to_face::varchar[], v.method) as met,
    v._import_id, v._file_id, v._line
  from canonical.visits v
  left join customer c on c.customer_id = v.customer_id
  where v.visited_at >= $from::date and v.contact_on between $from::date and $until::date
    and ($unfiltered::boolean or c.customer_id is not null)
),
filed as (
  select visit_id, salesperson, minutes_filed_at as filed_at,
    lag(minutes_filed_at) over (partition by salesperson order by minutes_filed_at, visit_id) as before
  from form
  where met and minutes_filed_at is not null
),
bursts as (
  select visit_id, salesperson,
    sum(case when before is null or filed_at - before > to_minutes($burst_minutes::integer) then 1 else 0 end)
      over (partition by salesperson order by filed_at, visit_id) as burst
  from filed
),
asked as (
  select 'approved_late' as question, visit_id as key, visit_id from form
  where method = 'field_visit' and not approved_before and approved_at is not null
  union all
  select 'not_approved', visit_id, visit_id from form
  where method = 'field_visit' and approved_at is null
  union all
  select 'same_time', salesperson || ' ' || strftime(visited_at, '%Y-%m-%d %H:%M'), visit_id from form
  where met
  qualify count(distinct customer_id) over (partition by salesperson, date_trunc('minute', visited_at)) > 1
  union all
  select 'burst', salesperson || ' ' || burst, visit_id from bursts
  qualify count(*) over (partition by salesperson, burst) >= $burst_count::integer
  union all
  select 'same_text', salesperson || ' ' || md5(regexp_replace(note, '\s+', '', 'g')), visit_id from form
  where length(regexp_replace(note, '\s+', '', 'g')) >= $same_text_min::integer
  qualify count(distinct customer_id) over (partition by salesperson, regexp_replace(note, '\s+', '', 'g')) > 1
  union all
  select 'visit_without_card', f.visit_id, f.visit_id from form f
  where f.method = 'field_visit' and f.customer_id in (select customer_id from canonical.card_lines)
    and not exists (from canonical.card_lines l where l.customer_id = f.customer_id and l.date = f.contact_on)
),
records as (
  select a.question, a.key, f.visit_id, f.customer_id, f.name, f.salesperson, f.method, f.visited_at, f.contact_on as day,
    f.left_at, f.approved_at, f.minutes_filed_at, f.purpose, f.note, f._import_id, f._file_id, f._line
  from asked a
  join form f on f.visit_id = a.visit_id
  union all by name
  select 'card_without_visit' as question, l.customer_id || ' ' || l.date::varchar as key, l.customer_id, c.name,
    c.owner as salesperson, l.date as day, l._import_id, l._file_id, l._line
  from canonical.card_lines l
  left join customer c on c.customer_id = l.customer_id
  where l.date between $from::date and $until::date and ($unfiltered::boolean or c.customer_id is not null)
    and not exists (
      from canonical.contacts v where v.customer_id = l.customer_id and v.contact_on = l.date)
)
select
  r.question, r.key, r.visit_id, r.customer_id, r.name, r.salesperson, r.method, r.day, r.visited_at, r.left_at,
  r.approved_at, r.minutes_filed_at, r.purpose, r.note,
  r._import_id as source_import, f.file as source_file, f.sheet as source_sheet, r._line as source_line
from records r
left join loads.files f on f.file_id = r._file_id
order by r.question, r.day, r.key, r.visited_at, r.visit_id
