-- One row is what a customer has to pay: a sale, or an opening balance that is owed (A-01, A-02).
-- Grain: customer_key, position; position counts a customer's charges from the oldest: date, then entry number.
-- up_to is what the charges add up to, this one included; before_in_entry what the earlier lines of its document do;
-- gap_days the days since the sale before it, 0 behind another one of its day.
with line as (
  select k.customer_key, l.entry_id, l.line_no, l.date, l.amount, l.due_on, l.kind = 'sale' as is_sale
  from canonical.entries l
  join marts.customer_keys k on k.customer_id = l.customer_id
  where l.kind = 'sale' or (l.kind = 'opening' and l.amount > 0)
),
charge as (
  select *, 0::decimal(18,2) as before_in_entry from line where line_no is null
  union all
  select *, (sum(amount) over (partition by customer_key, entry_id order by date, line_no) - amount)::decimal(18,2)
  from line where line_no is not null
)
select
  customer_key,
  (row_number() over oldest)::integer as position,
  entry_id, date, amount, due_on, is_sale, before_in_entry,
  (sum(amount) over (oldest rows unbounded preceding))::decimal(18,2) as up_to,
  date - lag(if(is_sale, date, null) ignore nulls) over oldest as gap_days
from charge
window oldest as (partition by customer_key order by date, entry_id, line_no nulls first)
