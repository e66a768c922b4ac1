-- One row is a salesperson with the face-to-face contacts of some days (V-05): the pace of visits so far.
-- Grain: salesperson.
select salesperson, count(*)::integer as visits
from canonical.contacts
where visited_at >= $from_on::date and visited_at < $as_of::date + 1
  and list_contains($face_to_face::varchar[], method)
group by salesperson
order by salesperson
