-- One row is a product on a customer's card, counted on a day (K).
-- Grain: customer_id, date, product.
select
  customer_id, date, product, route, visit_weeks, trade_class, opening, purchased, sold, closing,
  _import_id, _file_id, _line
from raw.card_lines
