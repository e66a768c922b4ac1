-- One row is a technician who finished a job in the month, with the number of them (B-01).
-- Grain: technician_id.
select technician_id, count(*)::integer as jobs
from marts.finished_jobs
where finished_on between $from::date and $until::date
group by technician_id
