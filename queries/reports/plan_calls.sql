-- One row is a salesperson who is new in a month, with the telephone calls made while new (P-02).
-- Grain: salesperson.
-- new_from, new_until: the days of the span on which the salesperson is new and with the company.
with fresh as (
  select
    p.name as salesperson, p.department, p.joined_on,
    greatest(p.joined_on, $from::date) as new_from,
    least(p.joined_on + $new_days::integer - 1, $until::date, coalesce(p.left_on, $until::date)) as new_until
  from canonical.salespeople p
  where p.role = 'salesperson' and p.joined_on <= $until::date
    and p.joined_on + $new_days::integer - 1 >= $from::date
    and ($departments::varchar[] is null or list_contains($departments::varchar[], p.department))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], p.name))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], p.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], p.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], p.name))
)
select
  s.salesperson, s.department, s.joined_on, s.new_from, s.new_until,
  count(v.visit_id)::integer as calls
from fresh s
left join canonical.visits v on v.salesperson = s.salesperson and v.method = 'phone'
  and v.contact_on between s.new_from and s.new_until
where s.new_until >= s.new_from
group by all
order by s.salesperson
