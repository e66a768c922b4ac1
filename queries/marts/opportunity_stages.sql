-- One row is an opportunity with its way through the five stages, wide.
-- Grain: opportunity_id.
-- <stage>_on: its first entry of the stage. left_<stage>_on: its first entry of a later stage on or after that day
-- (F-05); one that was moved back to a stage which it had skipped spends time there only from then on. All are first
-- days: what holds at a date is found by comparing them with it, so every past as-of date is exact.
-- way: every entry in the order of time, on one day the later stage last (6 is lost); the last by a date is the stage
-- at that date.
-- outcome: signed or lost, from closed_on; null while it is open.
with firsts as (
  select
    opportunity_id,
    min(entered_on) filter (position = 1) as identified_on,
    min(entered_on) filter (position = 2) as contacted_on,
    min(entered_on) filter (position = 3) as solution_on,
    min(entered_on) filter (position = 4) as negotiation_on,
    min(entered_on) filter (position = 5) as signed_on,
    list_sort(list({day: entered_on, position: position})) as way
  from canonical.stage_entries
  group by opportunity_id
)
select
  o.opportunity_id, o.customer_id, o.department, o.region, o.owner, o.salesperson, o.product, o.grade, o.source,
  o.created_on, o.closed_on, case when o.stage in ('signed', 'lost') then o.stage end as outcome,
  o.expected_amount, o.signed_amount,
  f.identified_on, f.contacted_on, f.solution_on, f.negotiation_on, f.signed_on, f.way,
  -- The first later entry of all, where nothing was skipped: the walk along the way is for the others.
  case
    when least(contacted_on, solution_on, negotiation_on, signed_on) >= identified_on
      then least(contacted_on, solution_on, negotiation_on, signed_on)
    else list_min([e.day for e in way if e.position between 2 and 5 and e.day >= identified_on])
  end as left_identified_on,
  case
    when least(solution_on, negotiation_on, signed_on) >= contacted_on then least(solution_on, negotiation_on, signed_on)
    else list_min([e.day for e in way if e.position between 3 and 5 and e.day >= contacted_on])
  end as left_contacted_on,
  case
    when least(negotiation_on, signed_on) >= solution_on then least(negotiation_on, signed_on)
    else list_min([e.day for e in way if e.position between 4 and 5 and e.day >= solution_on])
  end as left_solution_on,
  case
    when signed_on >= negotiation_on then signed_on
    else list_min([e.day for e in way if e.position = 5 and e.day >= negotiation_on])
  end as left_negotiation_on
from canonical.opportunities o
left join firsts f on f.opportunity_id = o.opportunity_id
