-- One row is an opportunity with the day of its first contact with a decision maker (V-08); the others have none.
-- Grain: place, its number in marts.opportunity_stages.
-- A contact speaks for the opportunity that it names, and for all of its customer where it names none.
select o.rowid::integer as place, least(c.first_on, n.first_on) as met_on
from marts.opportunity_stages o
left join marts.decision_contacts c on c.customer_id = o.customer_id and c.opportunity_id is null
left join marts.decision_contacts n on n.customer_id = o.customer_id and n.opportunity_id = o.opportunity_id
where c.first_on is not null or n.first_on is not null
