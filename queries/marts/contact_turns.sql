-- One row is a contact with a customer and its turn among that customer's (I, V-05).
-- Grain: visit_id.
-- Of several at one instant the last is the one with the largest visit number. next_on is the day of the customer's next
-- contact: the last contact at any date is the one row whose contact_on is not after it and whose next_on is.
select
  customer_id, contact_on, method, conclusion,
  (row_number() over turns)::integer as turn,
  lead(contact_on) over turns as next_on
from canonical.contacts
window turns as (partition by customer_id order by visited_at, visit_id)
