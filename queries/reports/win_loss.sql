-- One row is a trait that signed or lost opportunities of some days have in common, and how many have it (F-09).
-- Grain: trait, value.
-- $created as in lost.sql. size: against the median expected amount of them all. met: the customer's decision maker was
-- met or spoken to between creation and closing.
with tiers as (
  select c.customer_id, coalesce(d.tier, c.tier) as tier
  from canonical.customers c
  left join (
    select customer_id, arg_max(tier, (effective_on, made_in)) as tier
    from canonical.tier_decisions
    where effective_on <= $as_of::date
    group by customer_id
  ) d on d.customer_id = c.customer_id
  where c.kind = 'trade' and c.admitted_on <= $as_of::date
),
closed as (
  select o.*
  from marts.opportunity_stages o
  where case when $created::boolean then o.created_on else o.closed_on end
      between $from::date and least($to::date, $as_of::date)
    and o.closed_on <= $as_of::date
    and ($departments::varchar[] is null or list_contains($departments::varchar[], o.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], o.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], o.owner))
    and ($grades::varchar[] is null or list_contains($grades::varchar[], o.grade))
    and ($products::varchar[] is null or list_contains($products::varchar[], o.product))
    and ($tiers::varchar[] is null or o.customer_id in (
      select customer_id from tiers where list_contains($tiers::varchar[], tier)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], o.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], o.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], o.owner))
),
met as (
  select distinct c.opportunity_id
  from closed c
  join canonical.contacts v on v.customer_id = c.customer_id
  where v.contact_role = 'decision_maker' and v.contact_on between c.created_on and c.closed_on
),
traits as (
  select
    outcome,
    unnest([
      {trait: 'grade', value: grade},
      {trait: 'department', value: department},
      {trait: 'region', value: region},
      {trait: 'salesperson', value: salesperson},
      {trait: 'product', value: product},
      {trait: 'source', value: source},
      {trait: 'size', value: case when expected_amount >= (select median(expected_amount) from closed) then 'large'
        when expected_amount is not null then 'small' end},
      {trait: 'met', value: case when opportunity_id in (select opportunity_id from met) then 'met' else 'not_met' end}
    ]) as t
  from closed
)
select
  t.trait as trait, t.value as value,
  (count(*) filter (outcome = 'signed'))::integer as signed,
  (count(*) filter (outcome = 'lost'))::integer as lost
from traits
group by all
order by all
