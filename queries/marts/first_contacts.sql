-- One row is a customer's first contact ever, for who made it (V-04): of several at one instant the one with the smallest
-- visit number.
-- Grain: customer_id.
select customer_id, contact.visit_id, contact.contact_on, contact.method, contact.salesperson
from (
  select
    customer_id,
    arg_min(
      {visit_id: visit_id, contact_on: contact_on, method: method, salesperson: salesperson},
      {seen_at: visited_at, id: visit_id}
    ) as contact
  from canonical.contacts
  group by customer_id
)
