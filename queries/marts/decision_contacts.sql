-- One row is a customer, or one opportunity of it, with the day of its first contact with a decision maker (V-08).
-- Grain: customer_id, opportunity_id.
-- opportunity_id is empty for contacts that name none: they speak for all of the customer's.
select customer_id, opportunity_id, min(contact_on) as first_on
from canonical.contacts
where contact_role = 'decision_maker'
group by customer_id, opportunity_id
