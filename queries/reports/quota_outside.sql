-- One row is a trade customer that is in no base on a day: not admitted by then, or blacklisted (Q-02, R-10).
-- Grain: customer_id.
with decided as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions where effective_on <= $as_of::date group by 1
),
customer as (
  select c.*, coalesce(d.tier, c.tier) as tier_on_day,
    exists (
      select 1 from canonical.blacklist b
      where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
        and b.listed_on <= $as_of::date and (b.removed_on is null or b.removed_on > $as_of::date)) as listed
  from canonical.customers c
  left join decided d on d.customer_id = c.customer_id
  where c.kind = 'trade'
    and ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
)
select
  c.customer_id, c.name, c.department, c.region, c.owner, c.grade, c.tier_on_day as tier,
  case when c.listed then 'listed' when c.admitted_on is null then 'never' else 'later' end as outside,
  c.admitted_on,
  c._import_id as source_import, f.file as source_file, f.sheet as source_sheet, c._line as source_line
from customer c
left join loads.files f on f.file_id = c._file_id
where c.listed or c.admitted_on is null or c.admitted_on > $as_of::date
order by c.customer_id
