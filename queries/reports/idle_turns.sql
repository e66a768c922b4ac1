-- One row is a contact with a customer as two numbers: its turn among the customer's, and what the rules ask of it (I, V-05).
-- Grain: customer_key, turn.
-- entry: 32 for each day since 1970, 2 for the place of its method in the list, 1 where it ended cold. Days, methods and
-- conclusions of ten million contacts as texts would take as long to hand over as all the rest.
select
  k.customer_key, t.turn,
  ((t.contact_on - date '1970-01-01')::integer * 32
    + coalesce(list_position($methods::varchar[], t.method), 0) * 2
    + coalesce(t.conclusion in ('refused', 'unreachable'), false)::integer)::integer as entry
from marts.contact_turns t
join marts.customer_keys k on k.customer_id = t.customer_id
