-- One row is a watched customer with what is known of it and which fields of its file are filled (D-01, D-02).
-- Grain: customer_id.
-- Which fields are asked for is the company's choice; what counts as filled stands here, one line a field: a sum of
-- bits in the order of fileFields. Lists of their names for every customer take longer than all the rest.
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
  select c.*, case when c.admitted_on <= $as_of::date then coalesce(t.tier, c.tier) end as tier_now
  from canonical.customers c
  left join tiers t on t.customer_id = c.customer_id
  where c.kind = 'trade'
    and coalesce(c.entered_on, c.collected_on, $as_of::date) <= $as_of::date
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
contacts as (
  select customer_id, conclusion
  from marts.contact_turns
  where $methods::varchar[] is null and contact_on <= $as_of::date and (next_on is null or next_on > $as_of::date)
  union all
  select customer_id, arg_max(coalesce(conclusion, ''), (visited_at, visit_id)) as conclusion
  from canonical.contacts
  where $methods::varchar[] is not null and contact_on <= $as_of::date and list_contains($methods::varchar[], method)
  group by customer_id
),
sales as (
  select distinct customer_id from marts.sale_days join marts.customer_keys using (customer_key) where has_sale and date <= $as_of::date
),
-- Open at the date, at whatever stage; intent at solution or later (I-03).
opportunities as (
  select
    customer_id,
    bool_and(product is not null) as has_product,
    bool_and(expected_amount is not null) as has_amount,
    bool_or(coalesce(
      case when way[-1].day <= $as_of::date then way[-1].position
        else list_filter(way, lambda e: e.day <= $as_of::date)[-1].position end between 3 and 5,
      false
    )) as intent
  from marts.opportunity_stages
  where (created_on is null or created_on <= $as_of::date) and (closed_on is null or closed_on > $as_of::date)
  group by customer_id
),
contracts as (
  select customer_id, count(expires_on) > 0 as has_expiry
  from canonical.contracts
  where signed_on is null or signed_on <= $as_of::date
  group by customer_id
),
facts as (
  select
    w.*, c.customer_id is not null as contacted, s.customer_id is not null as sold, o.customer_id is not null as has_open,
    case
      when c.customer_id is null and s.customer_id is null then 'new'
      when s.customer_id is not null then 'customer'
      when o.intent then 'intent'
      when c.conclusion in ('refused', 'unreachable') then 'cold'
      else 'prospect'
    end as class,
    case when w.name is not null then 1 else 0 end
      + case when w.contact_name is not null then 2 else 0 end
      + case when w.phone is not null then 4 else 0 end
      + case when w.owner is not null then 8 else 0 end
      + case when w.source is not null then 16 else 0 end
      + case when w.industry is not null then 32 else 0 end
      + case when w.grade is not null then 64 else 0 end
      + case when w.address is not null then 128 else 0 end
      + case when w.note is not null then 256 else 0 end
      + case when w.tax_no is not null then 512 else 0 end
      + case when w.region is not null then 1024 else 0 end
      + case when coalesce(o.has_product, false) then 2048 else 0 end
      + case when coalesce(o.has_amount, false) then 4096 else 0 end
      + case when k.customer_id is not null then 8192 else 0 end
      + case when coalesce(k.has_expiry, false) then 16384 else 0 end as filled,
    -- T-05: a change that is still to come says nothing of how fresh the record was.
    greatest(
      case when w.updated_on <= $as_of::date then w.updated_on end,
      case when w.entered_on <= $as_of::date then w.entered_on end
    ) as fresh_on
  from watched w
  left join contacts c on c.customer_id = w.customer_id
  left join sales s on s.customer_id = w.customer_id
  left join opportunities o on o.customer_id = w.customer_id
  left join contracts k on k.customer_id = w.customer_id
)
select
  a.customer_id, a.name, a.department, a.region, a.owner, a.grade, a.tier_now as tier, a.class,
  (a.contacted or a.sold)::integer as contacted, a.has_open::integer as pursued, a.sold::integer as sold,
  a.filled::integer as filled,
  a.fresh_on as updated_on, ($as_of::date - a.fresh_on)::integer as days_since_update,
  a._import_id as source_import, f.file as source_file, f.sheet as source_sheet, a._line as source_line
from facts a
left join loads.files f on f.file_id = a._file_id
order by a.customer_id
