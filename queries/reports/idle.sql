-- One row is a watched customer at the as-of date, with its class and its reasons (I-01 to I-09).
-- Grain: customer_id.
-- The rules with their sources, a customer at a time, are in lib/rules/idle.ts. They are judged here as well because
-- handing the facts of 20,000 customers over costs more than judging them; a test holds the two together.
-- reasons and next_reasons are sums, one bit for each by name: 1 contact, 2 first_contact, 4 opportunity, 8 rhythm,
-- 16 trade, 32 visit. Idle is who has a due_on; next_due_on is the earliest due date that is not past.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions
  where effective_on <= $as_of::date
  group by customer_id
),
-- R-10: on the day of removed_on a customer is no longer listed.
listed as (
  select customer_id, scope, department
  from canonical.blacklist
  where listed_on <= $as_of::date and (removed_on is null or removed_on > $as_of::date)
),
watched as (
  select
    c.customer_id, c.name, c.department, c.region, c.owner, c.grade, case when c.admitted_on <= $as_of::date then coalesce(t.tier, c.tier) end as tier,
    -- T-05: an assignment that is still to come is none yet.
    coalesce(
      case when c.assigned_on <= $as_of::date then c.assigned_on end,
      case when c.entered_on <= $as_of::date then c.entered_on end,
      case when c.collected_on <= $as_of::date then c.collected_on end
    ) as assigned_on
  from canonical.customers c
  left join tiers t on t.customer_id = c.customer_id
  where c.kind = 'trade'
    and not exists (
      from listed l
      where l.customer_id = c.customer_id and (l.scope = 'company' or l.department = c.department))
    and ($products::varchar[] is null or c.customer_id in (
      select customer_id from canonical.ledger
      where kind = 'sale' and date <= $as_of::date and list_contains($products::varchar[], product)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
-- The last contact and the last meeting are one row of the turns. Which methods count, and which are meetings, is the
-- company's choice: where not all count, or one that nobody meets by does, the last of them is looked for.
turns as (
  select
    customer_id, contact_on as last_contact_on, method as last_contact_method, conclusion as last_conclusion,
    greatest(
      case when list_contains($face_to_face::varchar[], 'field_visit') then field_visit_on end,
      case when list_contains($face_to_face::varchar[], 'exhibition') then exhibition_on end,
      case when list_contains($face_to_face::varchar[], 'reception') then reception_on end
    ) as last_visit_on
  from marts.contact_turns
  where contact_on <= $as_of::date and (next_on is null or next_on > $as_of::date)
),
contacts as (
  select customer_id, last_contact_on, last_contact_method, last_conclusion, last_visit_on
  from turns
  where $methods::varchar[] is null and list_has_all(['field_visit', 'exhibition', 'reception'], $face_to_face::varchar[])
  union all
  select
    customer_id,
    max(contact_on) filter (counts) as last_contact_on,
    arg_max(method, (visited_at, visit_id)) filter (counts) as last_contact_method,
    arg_max(coalesce(conclusion, ''), (visited_at, visit_id)) filter (counts) as last_conclusion,
    max(contact_on) filter (list_contains($face_to_face::varchar[], method)) as last_visit_on
  from (
    select *, $methods::varchar[] is null or list_contains($methods::varchar[], method) as counts
    from canonical.contacts
    where contact_on <= $as_of::date
      and ($methods::varchar[] is not null
        or not list_has_all(['field_visit', 'exhibition', 'reception'], $face_to_face::varchar[]))
  )
  group by customer_id
),
sales as (
  select k.customer_id, s.* exclude (customer_key)
  from (
    select
      customer_key,
      min(date) filter (has_sale) as first_sale_on,
      max(date) filter (has_sale) as last_sale_on,
      count(*) filter (has_sale) as sale_days,
      median(gap_days)::decimal(10, 1) as median_gap,
      sum(net_sales) filter (date > $as_of::date - $value_days::integer) as value_at_stake
    from marts.sale_days
    where date <= $as_of::date
    group by customer_key
  ) s
  join marts.customer_keys k on k.customer_key = s.customer_key
),
-- I-03: open at the date, at solution or later by its latest entry.
intents as (
  select customer_id, true as intent, min(created_on) as intent_since
  from marts.opportunity_stages
  where (created_on is null or created_on <= $as_of::date) and (closed_on is null or closed_on > $as_of::date)
    and case when way[-1].day <= $as_of::date then way[-1].position
      else list_filter(way, lambda e: e.day <= $as_of::date)[-1].position end between 3 and 5
  group by customer_id
),
facts as (
  select
    w.*,
    c.last_contact_on, c.last_contact_method, c.last_conclusion, c.last_visit_on,
    s.first_sale_on, s.last_sale_on, coalesce(s.sale_days, 0) as sale_days, s.median_gap,
    coalesce(s.value_at_stake, 0) as value_at_stake,
    coalesce(i.intent, false) as intent, i.intent_since,
    case
      when c.last_contact_on is null and s.last_sale_on is null then 'new'
      when s.last_sale_on is not null then 'customer'
      when i.intent then 'intent'
      when c.last_conclusion in ('refused', 'unreachable') then 'cold'
      else 'prospect'
    end as class
  from watched w
  left join contacts c on c.customer_id = w.customer_id
  left join sales s on s.customer_id = w.customer_id
  left join intents i on i.customer_id = w.customer_id
),
due as (
  select
    *,
    case class
      when 'cold' then last_contact_on + $cold_every::integer
      when 'prospect' then last_contact_on + $prospect_every::integer
    end as contact,
    case when class = 'new' then assigned_on + $first_within::integer end as first_contact,
    case when intent then coalesce(last_contact_on, intent_since) + $intent_every::integer end as opportunity,
    case when sale_days >= $rhythm_min_sales::integer
      then last_sale_on + floor(median_gap * $rhythm_factor::decimal(9, 4))::integer end as rhythm,
    last_sale_on + $idle_days::integer as trade,
    case when last_sale_on is not null
      then coalesce(last_visit_on, first_sale_on) + $customer_visit_every::integer end as visit
  from facts
),
judged as (
  select
    *,
    least(
      case when contact < $as_of::date then contact end,
      case when first_contact < $as_of::date then first_contact end,
      case when opportunity < $as_of::date then opportunity end,
      case when rhythm < $as_of::date then rhythm end,
      case when trade < $as_of::date then trade end,
      case when visit < $as_of::date then visit end
    ) as due_on,
    least(
      case when contact >= $as_of::date then contact end,
      case when first_contact >= $as_of::date then first_contact end,
      case when opportunity >= $as_of::date then opportunity end,
      case when rhythm >= $as_of::date then rhythm end,
      case when trade >= $as_of::date then trade end,
      case when visit >= $as_of::date then visit end
    ) as next_due_on
  from due
)
select
  customer_id, name, department, region, owner, grade, tier, class,
  last_contact_on, last_contact_method, last_visit_on, last_sale_on,
  due_on, ($as_of::date - due_on)::integer as days_overdue,
  (case when contact < $as_of::date then 1 else 0 end
    + case when first_contact < $as_of::date then 2 else 0 end
    + case when opportunity < $as_of::date then 4 else 0 end
    + case when rhythm < $as_of::date then 8 else 0 end
    + case when trade < $as_of::date then 16 else 0 end
    + case when visit < $as_of::date then 32 else 0 end)::integer as reasons,
  next_due_on,
  (case when contact = next_due_on then 1 else 0 end
    + case when first_contact = next_due_on then 2 else 0 end
    + case when opportunity = next_due_on then 4 else 0 end
    + case when rhythm = next_due_on then 8 else 0 end
    + case when trade = next_due_on then 16 else 0 end
    + case when visit = next_due_on then 32 else 0 end)::integer as next_reasons,
  value_at_stake::decimal(18, 2) as value_at_stake
from judged
order by value_at_stake desc, days_overdue desc nulls last, customer_id
