-- One row is the past closed opportunities of one grade that got as far as one stage and no further (F-07).
-- Grain: grade, position.
-- Of the whole company, whatever is filtered: a share is a yardstick. All begin at the first stage.
select
  grade,
  case
    when signed_on <= $as_of::date then 5
    when negotiation_on <= $as_of::date then 4
    when solution_on <= $as_of::date then 3
    when contacted_on <= $as_of::date then 2
    else 1
  end::integer as position,
  count(*)::integer as closed,
  (count(*) filter (outcome = 'signed'))::integer as signed
from marts.opportunity_stages
where closed_on <= $as_of::date
group by all
order by all
