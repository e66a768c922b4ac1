-- One row is an entry of an opportunity into a stage (F-02), by whichever of its four sources.
-- Grain: opportunity_id, stage, entered_on, source (one entry can be told by several).
-- Position 1 to 5 in the funnel's order, 6 for lost, so that on one day the later stage wins. What is dated after an
-- opportunity was lost is no part of its way: it reached what it had entered before.
with entries as (
  select opportunity_id, stage, entered_on from raw.stage_changes
  union all
  select opportunity_id, stage, stage_entered_on from raw.opportunities
  union all
  select opportunity_id, 'identified', created_on from raw.opportunities
  union all
  select opportunity_id, 'signed', closed_on from raw.opportunities where stage = 'signed'
)
select
  e.opportunity_id, e.stage,
  list_position(['identified', 'contacted', 'solution', 'negotiation', 'signed', 'lost'], e.stage)::tinyint
    as position,
  e.entered_on
from entries e
join raw.opportunities o on o.opportunity_id = e.opportunity_id
where e.entered_on is not null
  and (
    o.stage <> 'lost' or o.closed_on is null or e.entered_on <= o.closed_on
    or (e.stage = 'identified' and e.entered_on = o.created_on)
  )
