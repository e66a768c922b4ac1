-- One row is an entry of one opportunity into a stage by the as-of date (F-02).
-- Grain: entered_on, stage.
select e.stage, e.entered_on
from canonical.stage_entries e
join canonical.opportunities o on o.opportunity_id = e.opportunity_id
where e.opportunity_id = $opportunity::varchar and e.entered_on <= $as_of::date
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], o.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], o.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], o.owner))
group by e.stage, e.position, e.entered_on
order by e.entered_on, e.position
