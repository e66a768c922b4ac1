-- One row is what a finished job, or a record of rewards and faults, does to one figure of a technician's month.
-- Grain: figure, source_kind, source_id.
-- The statement sums these rows and its trace shows them, so the two cannot disagree. Rows that do not count
-- (a complaint under inquiry, a record of which nobody says whether it is signed) are kept to be listed.
-- Ordered by day: a month reads its own stretch of the table alone.
select
  technician_id, finished_on as date, 'gross_points' as figure, points, coefficient, quantity,
  null::decimal(18, 2) as amount, true as counts,
  if(repeat_of is not null, 'repeat', null) as note,
  'jobs' as source_kind, job_id as source_id, _import_id, _file_id, _line
from marts.finished_jobs

union all

-- B-02: the technician of the original job bears it; where nobody knows that job, who did the repeat.
select
  coalesce(original_technician_id, technician_id), finished_on, 'repeat_points', points, coefficient, quantity,
  null, true,
  if(original_technician_id is null, 'original_unknown', null),
  'jobs', job_id, _import_id, _file_id, _line
from marts.finished_jobs
where repeat_of is not null and repeat_cause = 'personal'

union all

-- B-07
select
  technician_id, finished_on, 'fines_unsigned', null, null, null,
  null, record_signed is not null,
  if(record_signed is null, 'signature_unknown', null),
  'jobs', job_id, _import_id, _file_id, _line
from marts.finished_jobs
where record_signed is null or record_signed = 'no'

union all

-- B-03, B-06, B-07
select
  technician_id, date,
  case kind
    when 'safety_accident' then 'accidents'
    when 'praise_letter' then 'praise'
    when 'cost_saving' then 'savings'
    else 'fines_complaint'
  end,
  null, null, null,
  amount,
  kind not in ('complaint', 'dissatisfaction') or coalesce(personal_cause, false),
  case
    when kind not in ('complaint', 'dissatisfaction') then null
    when personal_cause is null then 'under_inquiry'
    when not personal_cause then 'no_personal_cause'
  end,
  'service_events', event_id, _import_id, _file_id, _line
from canonical.service_events

order by date
