-- One row: how many customers are watched at the as-of date (I), and how many of them have bought by then.
-- Grain: one row.
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
)
select
  count(*)::integer as watched,
  count(*) filter (customer_id in (select customer_id from marts.sale_days where has_sale and date <= $as_of::date))::integer
    as bought
from watched
