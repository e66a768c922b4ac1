-- One row is a salesperson's report on the state of the customers' markets for a month (D-04).
-- Grain: salesperson, month.
select salesperson, month, handed_in_on, _import_id, _file_id, _line
from raw.market_reports
