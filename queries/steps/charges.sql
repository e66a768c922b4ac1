-- One row is what a customer has to pay: a sale, or an opening balance that is owed (A-01, A-02).
-- Grain: customer_key, position; position counts a customer's charges from the oldest: date, then entry number.
-- up_to is what the charges add up to, this one included; is_line marks one of several lines of a document; gap_days
-- the days since the sale before it, 0 behind another one of its day; alone a sale that is the only one of its day.
with charge as (
  select
    k.customer_key, l.entry_id, l.line_no, l.date, l.amount, l.due_on, l.kind = 'sale' as is_sale,
    if(l.kind = 'sale', l.date, null) as sold_on
  from canonical.entries l
  join marts.customer_keys k on k.customer_id = l.customer_id
  where l.kind = 'sale' or (l.kind = 'opening' and l.amount > 0)
)
select
  customer_key,
  (row_number() over oldest)::integer as position,
  entry_id, line_no is not null as is_line, date, amount, due_on, is_sale,
  (sum(amount) over (oldest rows unbounded preceding))::decimal(18,2) as up_to,
  date - lag(sold_on ignore nulls) over oldest as gap_days,
  is_sale and lag(sold_on ignore nulls) over oldest is distinct from date
    and lead(sold_on ignore nulls) over oldest is distinct from date as alone
from charge
window oldest as (partition by customer_key order by date, entry_id, line_no nulls first)
