-- One row is a reward of a technician in some days: a praise letter or a verified saving (B-06).
-- Grain: source_id.
select technician_id, date, figure, amount::decimal(18, 2) as amount, source_id
from marts.bonus_entries
where date between $from::date and $until::date and counts and figure in ('praise', 'savings')
order by date, source_id
