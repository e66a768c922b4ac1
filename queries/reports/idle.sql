-- One row is an idle customer at the as-of date, with its class and its reasons (I-01 to I-09).
-- Grain: customer_id. With `watched`, all that are watched: those that are not idle have the reasons that come next.
-- The rules with their sources, a customer at a time, are in lib/rules/idle.ts. They are judged here as well because
-- handing the facts of 20,000 customers over costs more than judging them; a test holds the two together.
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
-- Which methods count is the company's choice. Where all do, the last contact is one row of the turns; else the last of
-- those that count is looked for.
contacts as (
  select customer_id, contact_on as last_contact_on, method as last_contact_method, conclusion as last_conclusion
  from marts.contact_turns
  where $methods::varchar[] is null and contact_on <= $as_of::date and (next_on is null or next_on > $as_of::date)
  union all
  select
    customer_id, max(contact_on) as last_contact_on,
    arg_max(method, (visited_at, visit_id)) as last_contact_method,
    arg_max(coalesce(conclusion, ''), (visited_at, visit_id)) as last_conclusion
  from canonical.contacts
  where $methods::varchar[] is not null and contact_on <= $as_of::date and list_contains($methods::varchar[], method)
  group by customer_id
),
visits as (
  select customer_id, max(contact_on) as last_visit_on
  from marts.contact_turns
  where contact_on <= $as_of::date and list_contains($face_to_face::varchar[], method)
  group by customer_id
),
sales as (
  select
    customer_id,
    min(date) filter (has_sale) as first_sale_on,
    max(date) filter (has_sale) as last_sale_on,
    count(*) filter (has_sale) as sale_days,
    median(gap_days)::decimal(10, 1) as median_gap,
    sum(net_sales) filter (date > $as_of::date - $value_days::integer) as value_at_stake
  from marts.sale_days
  where date <= $as_of::date
  group by customer_id
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
    c.last_contact_on, c.last_contact_method, c.last_conclusion, v.last_visit_on,
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
  left join visits v on v.customer_id = w.customer_id
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
    list_filter([
      case when contact < $as_of::date then 'contact' end,
      case when first_contact < $as_of::date then 'first_contact' end,
      case when opportunity < $as_of::date then 'opportunity' end,
      case when rhythm < $as_of::date then 'rhythm' end,
      case when trade < $as_of::date then 'trade' end,
      case when visit < $as_of::date then 'visit' end
    ], lambda reason: reason is not null) as reasons,
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
  due_on, ($as_of::date - due_on)::integer as days_overdue, reasons,
  next_due_on,
  list_filter([
    case when contact = next_due_on then 'contact' end,
    case when first_contact = next_due_on then 'first_contact' end,
    case when opportunity = next_due_on then 'opportunity' end,
    case when rhythm = next_due_on then 'rhythm' end,
    case when trade = next_due_on then 'trade' end,
    case when visit = next_due_on then 'visit' end
  ], lambda reason: reason is not null) as next_reasons,
  value_at_stake::decimal(18, 2) as value_at_stake
from judged
where due_on is not null or $watched::boolean
order by value_at_stake desc, days_overdue desc nulls last, customer_id
