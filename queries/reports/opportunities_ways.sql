-- One row is an entry of an opportunity into a stage, those of one opportunity in the order of time (F-02).
-- Grain: none of its own; every entry of every way is here once.
-- place: the opportunity's number in marts.opportunity_stages. entry: days from 2000-01-01 times 8, plus the position.
select place, (8 * (e.day - date '2000-01-01') + e.position)::integer as entry
from (select rowid::integer as place, unnest(way) as e from marts.opportunity_stages)
