-- One row is a customer that a blacklist holds on a day (R-10): the company's, or its own department's.
-- Grain: customer_key.
-- On the day of removed_on a customer is no longer listed.
select distinct k.customer_key
from canonical.blacklist b
join canonical.customers c on c.customer_id = b.customer_id and (b.scope = 'company' or b.department = c.department)
join marts.customer_keys k on k.customer_id = c.customer_id
where b.listed_on <= $day::date and (b.removed_on is null or b.removed_on > $day::date)
