-- One row is a month in which a customer has ledger rows: net sales and the change of its balance (A-01).
-- Grain: customer_key, month (its first day).
select
  k.customer_key,
  date_trunc('month', l.date)::date as month,
  sum(case l.kind when 'sale' then l.amount when 'return' then -l.amount else 0 end)::decimal(18,2) as net_sales,
  sum(case l.kind
    when 'opening' then l.amount when 'sale' then l.amount when 'refund' then l.amount
    when 'return' then -l.amount when 'payment' then -l.amount else 0 end)::decimal(18,2) as balance,
  count(*) filter (where l.kind = 'sale')::integer as sales,
  min(l.date) as first_on
from canonical.entries l
join marts.customer_keys k on k.customer_id = l.customer_id
group by 1, 2
