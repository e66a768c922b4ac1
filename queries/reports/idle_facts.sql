-- One row is a watched customer with what the rules of idle customers judge it by (I-01 to I-07).
-- Grain: customer_id.
-- Found for a few customers: for the reasons behind one line of the list. All of them are judged from columns that are
-- kept in memory (lib/reports/idle_facts.ts); a test holds the two together.
with listed as (
  select customer_id, scope, department
  from canonical.blacklist
  where listed_on <= $as_of::date and (removed_on is null or removed_on > $as_of::date)
),
watched as (
  select c.*
  from canonical.customers c
  where c.kind = 'trade'
    and list_contains($customers::varchar[], c.customer_id)
    and not exists (
      from listed l
      where l.customer_id = c.customer_id and (l.scope = 'company' or l.department = c.department))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
seen as materialized (
  select customer_id, contact_on, method, conclusion, visited_at, visit_id
  from canonical.contacts
  where list_contains($customers::varchar[], customer_id) and contact_on <= $as_of::date
),
contacts as (
  select customer_id, contact_on, method, conclusion,
    row_number() over (partition by customer_id order by visited_at desc, visit_id desc) as back
  from seen
  where list_contains($methods::varchar[], method)
),
-- What is face to face is met, whether or not it counts as a contact: I-02 has a list of its own.
visits as (
  select customer_id, max(contact_on) as last_visit_on
  from seen
  where list_contains($face_to_face::varchar[], method)
  group by customer_id
),
sale_dates as (
  select customer_id, date, date - lag(date) over (partition by customer_id order by date) as gap
  from marts.sale_days join marts.customer_keys using (customer_key)
  where has_sale and date <= $as_of::date and list_contains($customers::varchar[], customer_id)
),
entries as (
  select customer_id, created_on, entry.position,
    row_number() over (partition by opportunity_id order by entry.day desc, entry.position desc) as back
  from (
    select opportunity_id, customer_id, created_on, unnest(way) as entry
    from marts.opportunity_stages
    where list_contains($customers::varchar[], customer_id)
      and (created_on is null or created_on <= $as_of::date)
      and (closed_on is null or closed_on > $as_of::date)
  )
  where entry.day <= $as_of::date
)
select
  w.customer_id,
  coalesce(
    case when w.assigned_on <= $as_of::date then w.assigned_on end,
    case when w.entered_on <= $as_of::date then w.entered_on end,
    case when w.collected_on <= $as_of::date then w.collected_on end
  ) as assigned_on,
  c.last_contact_on, c.last_conclusion, v.last_visit_on,
  s.first_sale_on, s.last_sale_on, coalesce(s.sale_days, 0)::integer as sale_days, s.median_gap,
  i.customer_id is not null as intent, i.intent_since
from watched w
left join (
  select
    customer_id,
    max(contact_on) as last_contact_on,
    any_value(conclusion) filter (back = 1) as last_conclusion
  from contacts
  group by customer_id
) c on c.customer_id = w.customer_id
left join visits v on v.customer_id = w.customer_id
left join (
  select
    customer_id, min(date) as first_sale_on, max(date) as last_sale_on, count(*) as sale_days,
    median(gap)::decimal(10, 1) as median_gap
  from sale_dates
  group by customer_id
) s on s.customer_id = w.customer_id
left join (
  select customer_id, min(created_on) as intent_since
  from entries
  where back = 1 and position between 3 and 5
  group by customer_id
) i on i.customer_id = w.customer_id
order by w.customer_id
