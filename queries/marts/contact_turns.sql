-- One row is a contact with a customer, up to the next one (I, V-05).
-- Grain: visit_id.
-- next_on is the day of the customer's next contact, of several at one instant by visit number: the last contact at any
-- date is the one row whose contact_on is not after it and whose next_on is.
select
  customer_id, contact_on, method, conclusion,
  lead(contact_on) over (partition by customer_id order by visited_at, visit_id) as next_on
from canonical.contacts
