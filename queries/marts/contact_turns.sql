-- One row is a contact with a customer, up to the next one, with what came before it (I, V-05).
-- Grain: visit_id.
-- next_on is the day of the customer's next contact, of several at one instant by visit number: the last contact at any
-- date is the one row whose contact_on is not after it and whose next_on is. <method>_on is the day of the last contact
-- by that method up to this one, so that the same row says when a customer was last met; of the methods by which people
-- meet, since the others would make every import of visits slower for a policy that nobody has.
select
  customer_id, contact_on, method, conclusion,
  lead(contact_on) over turns as next_on,
  last_value(case method when 'field_visit' then contact_on end ignore nulls) over turns as field_visit_on,
  last_value(case method when 'exhibition' then contact_on end ignore nulls) over turns as exhibition_on,
  last_value(case method when 'reception' then contact_on end ignore nulls) over turns as reception_on
from canonical.contacts
window turns as (partition by customer_id order by visited_at, visit_id rows between unbounded preceding and current row)
