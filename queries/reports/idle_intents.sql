-- One row is a span of days in which an opportunity was open at solution or later: from from_on to the day before to_on (I-03).
-- Grain: opportunity, from_on.
-- The stage at a date is that of the last entry by then. An opportunity without a day of creation is taken to have been
-- there before all.
with entries as (
  select customer_id, created_on, closed_on, way, unnest(range(1, len(way) + 1)) as place
  from marts.opportunity_stages
)
select
  k.customer_key,
  greatest(e.way[e.place].day, e.created_on) as from_on,
  least(e.way[e.place + 1].day, e.closed_on) as to_on,
  e.created_on
from entries e
join marts.customer_keys k on k.customer_id = e.customer_id
where e.way[e.place].position between 3 and 5
  and (e.way[e.place + 1].day is null or e.way[e.place + 1].day > e.way[e.place].day)
  and (e.closed_on is null or e.closed_on > greatest(e.way[e.place].day, e.created_on))
