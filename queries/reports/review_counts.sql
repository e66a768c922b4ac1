-- One row is a tier of a department in a half-year's review: how many are reviewed there, and how many of them decided.
-- Grain: department, tier.
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $period_end::date group by 1
),
-- R-11: the latest that nobody revoked.
decision as (
  select customer_id, arg_max(decision, decision_id) as decision, arg_max(effective_on, decision_id) as effective_on
  from canonical.review_decisions
  where period = $period::varchar and revoked_on is null
  group by 1
)
select
  c.department, coalesce(d.tier, c.tier) as tier,
  count(*)::integer as reviewed,
  (count(r.customer_id))::integer as decided,
  (count(*) filter (where r.decision = 'accepted'))::integer as accepted,
  (count(*) filter (where r.decision = 'overridden'))::integer as overridden,
  max(r.effective_on) as last_effective_on
from canonical.customers c
left join decided d on d.customer_id = c.customer_id
left join decision r on r.customer_id = c.customer_id
where c.kind = 'trade' and c.admitted_on <= $period_end::date
  and not exists (
    select 1 from canonical.blacklist b
    where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
      and b.listed_on <= $period_end::date and (b.removed_on is null or b.removed_on > $period_end::date))
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
  and ($products::varchar[] is null or c.customer_id in (
    select customer_id from canonical.entries
    where kind = 'sale' and date <= $period_end::date and list_contains($products::varchar[], product)))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
group by 1, 2
order by 1 nulls last, 2 nulls last
