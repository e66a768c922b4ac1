-- One row is a technician with the cards of the calls of a period that had come back by a day: the mean of each item,
-- 4 very satisfied to 1 dissatisfied, and their count (S-06).
-- Grain: technician_id.
-- A card may leave an item blank: each mean is over the cards that answer it.
with cards as (
  select *, coalesce(returned_on <= $as_of::date, false) as returned
  from canonical.satisfaction_cards
  where called_on between $from::date and $until::date and called_on <= $as_of::date and technician_id is not null
)

select
  technician_id,
  count(*)::integer as calls,
  count(*) filter (sent_on <= $as_of::date)::integer as sent,
  count(*) filter (returned)::integer as cards,
  (avg(attitude) filter (returned))::double as attitude,
  (avg(skill) filter (returned))::double as skill,
  (avg(arrival) filter (returned))::double as arrival,
  (avg(promises) filter (returned))::double as promises
from cards
group by technician_id
order by technician_id
