-- One row is an entry of a technician's month: the rows behind bonus_month, and those that are only listed.
-- Grain: figure, source_kind, source_id.
select
  e.technician_id, e.figure, e.date,
  e.points::decimal(18, 3) as recorded_points,
  e.coefficient::decimal(18, 3) as coefficient,
  coalesce(e.quantity, $default_quantity::decimal(18, 6))::decimal(18, 6) as quantity,
  coalesce(
    e.points,
    e.coefficient * coalesce(e.quantity, $default_quantity::decimal(18, 6))::decimal(18, 6)
  )::decimal(38, 9) as points,
  e.amount::decimal(18, 2) as amount,
  e.counts, e.note, e.source_kind, e.source_id,
  e._import_id as source_import, f.file as source_file, f.sheet as source_sheet, e._line as source_line
from marts.bonus_entries e
left join loads.files f on f.file_id = e._file_id
where
  e.date between $from::date and $until::date
  and ($technician::varchar is null or e.technician_id = $technician::varchar)
order by e.figure, e.date, e.source_id
