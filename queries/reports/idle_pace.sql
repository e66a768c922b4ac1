-- One row is a salesperson with the face-to-face contacts of some days (V-05): the pace of visits so far.
-- Grain: salesperson.
select salesperson, count(*)::integer as visits
from marts.visit_forms
where contact_on between $from_on::date and $as_of::date
  and list_contains($face_to_face::varchar[], method)
group by salesperson
order by salesperson
