-- One row is a customer with a ledger row up to a day, and what it owes then (A-01). The tier is that of Q-05.
-- Grain: customer_id. A customer that is in no register has no name.
with moved as (
  select customer_key, balance
  from marts.customer_years
  where year < year($year_start::date)
  union all
  -- The year that the day cuts: who has any row in it by then, and what those rows move.
  select customer_key, 0 from marts.customer_years where year = year($year_start::date) and first_on <= $as_of::date
  union all
  select customer_key, amount from marts.cover where date between $year_start::date and $as_of::date
  union all
  select customer_key, coalesce(refunded, 0) - coalesce(credited, 0)
  from marts.credits where date between $year_start::date and $as_of::date
),
owed as (
  select customer_key, sum(balance) as balance from moved group by 1
),
decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
)
select k.customer_key, k.customer_id, c.name, c.department, o.balance::decimal(18,2) as balance
from owed o
join marts.customer_keys k on k.customer_key = o.customer_key
left join canonical.customers c on c.customer_id = k.customer_id
left join decided d on d.customer_id = k.customer_id
where ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
  and ($tiers::varchar[] is null or (
    c.kind = 'trade' and c.admitted_on <= $as_of::date
    and list_contains($tiers::varchar[], coalesce(d.tier, c.tier))))
  and ($products::varchar[] is null or k.customer_id in (
    select customer_id from canonical.ledger
    where kind = 'sale' and date <= $as_of::date and list_contains($products::varchar[], product)))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by k.customer_id
