-- One row is a department, a region or an owner that the register of customers names: what can be filtered by.
-- Grain: filter, value.
-- Owners are those of trade customers, since nobody visits the others.
with seen as (
  select kind, department, region, owner
  from canonical.customers c
  where ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
)
select 'department' as filter, department as value from seen where department is not null
union
select 'region', region from seen where region is not null
union
select 'owner', owner from seen where owner is not null and kind = 'trade'
order by filter, value
