-- One row is what other coefficients change in a technician's points of a month (B-01, B-02): of the jobs of those work
-- types that bear no points of their own.
-- Grain: technician_id.
with other as (
  select
    unnest($work_types::varchar[]) as work_type,
    unnest($coefficients::decimal(18, 3)[]) as coefficient
),

changes as (
  select
    e.technician_id, e.figure, e.coefficient is null as was_unpriced,
    (
      (o.coefficient - coalesce(e.coefficient, 0))::decimal(18, 3)
      * coalesce(e.quantity, $default_quantity::decimal(18, 6))::decimal(18, 6)
    )::decimal(38, 9) as points
  from marts.bonus_entries e
  join marts.finished_jobs f
    on f.job_id = e.source_id and f.finished_on between $from::date and $until::date
  join other o on o.work_type = f.work_type
  where
    e.date between $from::date and $until::date and e.counts
    and e.figure in ('gross_points', 'repeat_points') and e.points is null
)

select
  technician_id,
  coalesce(sum(points) filter (figure = 'gross_points'), 0)::decimal(38, 9) as gross_points,
  coalesce(sum(points) filter (figure = 'repeat_points'), 0)::decimal(38, 9) as repeat_points,
  count(*) filter (was_unpriced)::integer as priced
from changes
group by technician_id
