-- One row is a day among some on which a customer bought (V-07).
-- Grain: customer_key, date.
-- is_first: 1 on a customer's first sale day ever; salesperson: of the first entry of that day, empty on all others.
with sale as (
  select customer_key, date, gap_days is null as is_first
  from marts.sale_days
  where has_sale and date between $from::date and $to::date
),
won as materialized (
  select s.customer_key, k.customer_id, s.date
  from sale s
  join marts.customer_keys k on k.customer_key = s.customer_key
  where s.is_first
),
-- Looked for among the few that won, before anybody asks who they are.
first_made as materialized (
  select w.customer_key, l.salesperson
  from canonical.entries l
  join won w on w.customer_id = l.customer_id and w.date = l.date
  where l.kind = 'sale' and l.date between $from::date and $to::date
  qualify row_number() over (partition by l.customer_id order by l.entry_id, l.line_no) = 1
)
select s.customer_key, s.date, s.is_first::integer as is_first, case when s.is_first then f.salesperson end as salesperson
from sale s
left join first_made f on f.customer_key = s.customer_key
