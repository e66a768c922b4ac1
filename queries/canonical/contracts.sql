-- One row is a contract with a customer.
-- Grain: contract_id.
select
  contract_id, customer_id, kind, product, amount, signed_on, starts_on, expires_on, notice_sent_on, renewed_by,
  _import_id, _file_id, _line
from raw.contracts
