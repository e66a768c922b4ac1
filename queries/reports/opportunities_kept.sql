-- One row is an opportunity with what it is counted, split and filtered by (F-01 to F-07).
-- Grain: place, its number in marts.opportunity_stages.
-- A million rows are read, so two days are packed into a number: each from 2000-01-01 on (-32768: none), the first in its
-- upper half, the second raised by 32768. flags: 1 bears an expected amount, 2 a signed one, 4 ended signed, 8 lost.
-- customer_key is empty where no register and no ledger names the customer.
select
  o.rowid::integer as place, k.customer_key,
  o.grade, o.department, o.region, o.owner, o.salesperson, o.product, o.source,
  (65536 * case when o.created_on is null then -32768 else greatest(-32767, least(32767, o.created_on - date '2000-01-01')) end
    + 32768 + case when o.closed_on is null then -32768 else greatest(-32767, least(32767, o.closed_on - date '2000-01-01')) end)::integer
    as created_closed,
  (65536 * case when o.identified_on is null then -32768 else greatest(-32767, least(32767, o.identified_on - date '2000-01-01')) end
    + 32768 + case when o.contacted_on is null then -32768 else greatest(-32767, least(32767, o.contacted_on - date '2000-01-01')) end)::integer
    as identified_contacted,
  (65536 * case when o.solution_on is null then -32768 else greatest(-32767, least(32767, o.solution_on - date '2000-01-01')) end
    + 32768 + case when o.negotiation_on is null then -32768 else greatest(-32767, least(32767, o.negotiation_on - date '2000-01-01')) end)::integer
    as solution_negotiation,
  (65536 * case when o.signed_on is null then -32768 else greatest(-32767, least(32767, o.signed_on - date '2000-01-01')) end
    + 32768 + case when o.left_identified_on is null then -32768 else greatest(-32767, least(32767, o.left_identified_on - date '2000-01-01')) end)::integer
    as signed_left_identified,
  (65536 * case when o.left_contacted_on is null then -32768 else greatest(-32767, least(32767, o.left_contacted_on - date '2000-01-01')) end
    + 32768 + case when o.left_solution_on is null then -32768 else greatest(-32767, least(32767, o.left_solution_on - date '2000-01-01')) end)::integer
    as left_contacted_left_solution,
  (65536 * case when o.left_negotiation_on is null then -32768 else greatest(-32767, least(32767, o.left_negotiation_on - date '2000-01-01')) end
    + (o.expected_amount is not null)::integer + 2 * (o.signed_amount is not null)::integer
    + 4 * coalesce(o.outcome = 'signed', false)::integer + 8 * coalesce(o.outcome = 'lost', false)::integer)::integer
    as left_negotiation_flags,
  coalesce(o.expected_amount, 0)::decimal(18, 2) as expected,
  coalesce(o.signed_amount, 0)::decimal(18, 2) as signed
from marts.opportunity_stages o
left join marts.customer_keys k on k.customer_id = o.customer_id
