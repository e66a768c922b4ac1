-- One row is what happened in a month to a technician who had anything happen: the facts of B-01 to B-03, B-06, B-07.
-- Grain: technician_id.
-- Of one technician, or of all.
with entries as (
  select
    technician_id, figure, amount,
    coalesce(
      points,
      coefficient * coalesce(quantity, $default_quantity::decimal(18, 6))::decimal(18, 6)
    )::decimal(38, 9) as points
  from marts.bonus_entries
  where
    date between $from::date and $until::date and counts
    and ($technician::varchar is null or technician_id = $technician::varchar)
)

select
  technician_id,
  coalesce(sum(points) filter (figure = 'gross_points'), 0)::decimal(38, 9) as gross_points,
  coalesce(sum(points) filter (figure = 'repeat_points'), 0)::decimal(38, 9) as repeat_points,
  count(*) filter (figure in ('gross_points', 'repeat_points') and points is null)::integer as unpriced_jobs,
  count(*) filter (figure = 'accidents')::integer as accidents,
  coalesce(sum(amount) filter (figure = 'praise'), 0)::decimal(18, 2) as praise,
  coalesce(sum(amount) filter (figure = 'savings'), 0)::decimal(18, 2) as savings,
  count(*) filter (figure = 'fines_unsigned')::integer as unsigned,
  count(*) filter (figure = 'fines_complaint')::integer as complaints
from entries
group by technician_id
