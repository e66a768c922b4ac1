-- One row is a market report that was handed in for a month, in sight or not (D-04).
-- Grain: salesperson, month.
select
  m.salesperson, m.month, m.handed_in_on,
  m._import_id as source_import, f.file as source_file, f.sheet as source_sheet, m._line as source_line
from canonical.market_reports m
left join loads.files f on f.file_id = m._file_id
order by m.salesperson, m.month
