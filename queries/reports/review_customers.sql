-- One row is a customer of the base at a half-year's end: what its review looks at, but for its ledger.
-- Grain: customer_id.
-- Places and ranks are the whole department's, so a department is read whole. Keys are in the order of the numbers.
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $period_end::date group by 1
),
-- R-03: found in the period; R-05 and R-09 ask which kinds.
found as (
  select customer_id,
    count(*) filter (where found_on >= $period_start::date) as incidents,
    count(*) filter (where found_on >= $period_start::date and kind in ('crisis', 'major_loss', 'reputation')) as grave,
    count(*) filter (where found_on >= $period_start::date and kind in ('major_loss', 'reputation')) as listing,
    count(*) as unclean,
    min(found_on) filter (where found_on >= $period_start::date) as first_on
  from canonical.incidents
  where found_on between least($clean_from::date, $period_start::date) and $period_end::date
  group by 1
)
select
  k.customer_key, c.customer_id, c.name, c.department, coalesce(d.tier, c.tier) as tier,
  c.institution_class, c.specialty, c.beds,
  coalesce(i.incidents, 0)::integer as incidents,
  coalesce(i.grave, 0)::integer as grave_incidents,
  coalesce(i.listing, 0)::integer as listing_incidents,
  coalesce(i.unclean, 0)::integer as unclean_incidents,
  i.first_on as first_incident_on
from canonical.customers c
join marts.customer_keys k on k.customer_id = c.customer_id
left join decided d on d.customer_id = c.customer_id
left join found i on i.customer_id = c.customer_id
where c.kind = 'trade' and c.admitted_on <= $period_end::date
  and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and not exists (
    select 1 from canonical.blacklist b
    where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
      and b.listed_on <= $period_end::date and (b.removed_on is null or b.removed_on > $period_end::date))
order by k.customer_key
