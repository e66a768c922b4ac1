-- One row is what a customer has to pay: a sale, or an opening balance that is owed (A-01, A-02).
-- Grain: customer_key, position.
select customer_key, position, date, due_on, is_sale::integer as is_sale, amount
from marts.cover
