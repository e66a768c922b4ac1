-- One row is a sale to a trade customer and something that the customer lacked on the day of the sale (Q-07).
-- Grain: entry_id, line_no, finding.
-- Each sale is judged on its own day: a contract signed later mends nothing, one that ended since harms nothing. An
-- expiry that nobody filled in proves no lapse; a customer without a date of admission has not been admitted.
with sales as (
  select
    l.entry_id, l.line_no, l.date, l.customer_id, l.amount, l.product, l.contract_id,
    c.licence_expires_on, c.qualification_expires_on, c.admitted_on,
    l._import_id, l._file_id, l._line
  from canonical.ledger l
  join canonical.customers c on c.customer_id = l.customer_id
  where l.kind = 'sale' and c.kind = 'trade'
),

breaches as (
  select s.*, 'no_contract' as finding, null::date as lapsed_on
  from sales s
  where not exists (
    select 1 from canonical.contracts k
    where
      k.customer_id = s.customer_id and k.kind = 'sales'
      and coalesce(k.starts_on, k.signed_on, date '1900-01-01') <= s.date
      and coalesce(k.expires_on, date '9999-12-31') >= s.date
  )
  union all
  select s.*, 'licence_expired', s.licence_expires_on from sales s where s.licence_expires_on < s.date
  union all
  select s.*, 'qualification_expired', s.qualification_expires_on from sales s
  where s.qualification_expires_on < s.date
  union all
  select s.*, 'sale_before_admission', s.admitted_on from sales s
  where s.admitted_on is null or s.date < s.admitted_on
)

select
  finding, entry_id, line_no, date, customer_id, amount, product, contract_id, lapsed_on,
  _import_id, _file_id, _line
from breaches
