-- One row is an entry of a blacklist that concerns the customer's own department (R-10): not watched while it holds (I).
-- Grain: customer_key, listed_on, scope.
-- On the day of removed_on a customer is no longer listed.
select k.customer_key, b.listed_on, b.removed_on
from canonical.blacklist b
join canonical.customers c on c.customer_id = b.customer_id
join marts.customer_keys k on k.customer_id = b.customer_id
where b.scope = 'company' or b.department = c.department
