-- One row is an opportunity, with the department and the grade that its customer gives where it has none of its own.
-- Grain: opportunity_id.
-- Its region is the customer's. Its owner, by whom it is filtered and seen, is the customer's too; an opportunity of
-- an unknown or unowned customer belongs to the salesperson who pursues it.
select
  o.opportunity_id, o.customer_id, c.name as customer_name, o.name, o.salesperson,
  coalesce(o.department, c.department) as department,
  c.region,
  coalesce(c.owner, o.salesperson) as owner,
  o.product,
  coalesce(o.grade, c.grade) as grade,
  o.source, o.stage, o.created_on, o.stage_entered_on, o.expected_amount, o.expected_close_on,
  case when o.stage in ('signed', 'lost') then o.closed_on end as closed_on,
  o.signed_amount, o.lost_reason,
  o._import_id, o._file_id, o._line
from raw.opportunities o
left join raw.customers c on c.customer_id = o.customer_id
