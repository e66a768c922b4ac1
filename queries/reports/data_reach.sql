-- One row is a source with the first day that one of its rows bears: of what it tells, nothing is known before.
-- Grain: source. A source without a dated row has none.
with days as (
  select source, min(day)::date as first_on from marts.data_days group by source
  union all
  select 'register' as source, min(least(collected_on, entered_on, assigned_on)) as first_on from canonical.customers
)
select source, first_on
from days
where first_on is not null
order by first_on desc, source
