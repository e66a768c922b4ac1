-- One row is what a payment that names a sale pays of it, up to the sale's amount (A-02, first step).
-- Grain: customer_key, position, entry_id, line_no of the payment.
-- A payment is spent in the order of date and entry number; of a document with several lines the first is paid first.
with naming as materialized (
  select k.customer_key, p.date, p.entry_id, p.line_no, p.amount, p.settles
  from canonical.entries p
  join marts.customer_keys k on k.customer_id = p.customer_id
  where p.kind = 'payment' and p.settles is not null
),
-- Many ledgers name no sale at all: the charges are looked through only where they are named. "is true" keeps the
-- engine from holding all charges in memory instead of the names: it takes a table just made for an empty one.
found as materialized (
  select customer_key, position, entry_id, is_line, date, amount
  from temp.charges
  where (entry_id in (select settles from naming)) is true
),
-- before_in_entry is what the earlier lines of the document charge.
named as (
  select *, 0::decimal(18,2) as before_in_entry from found where not is_line
  union all
  select *, (sum(amount) over (partition by customer_key, entry_id order by position) - amount)::decimal(18,2)
  from found where is_line
),
matched as (
  select
    c.customer_key, c.position, c.date as charged_on, c.amount, c.before_in_entry,
    p.date, p.entry_id, p.line_no, p.amount as paid,
    sum(p.amount) over (
      partition by c.customer_key, c.position order by p.date, p.entry_id, p.line_no nulls first
    ) as paid_up_to
  from naming p
  join named c on c.customer_key = p.customer_key and c.entry_id = p.settles
),
shared as (
  select *,
    least(paid_up_to, before_in_entry + amount) - greatest(paid_up_to - paid, before_in_entry) as settled
  from matched
)
select customer_key, position, charged_on, date, entry_id, line_no, settled::decimal(18,2) as amount
from shared
where settled > 0
