-- One row is a day on which something that happened is dated, in one kind of export: how far the data reaches.
-- Grain: source, day. Plans and due dates lie in the future and say nothing of it.
select 'ledger' as source, date as day from canonical.entries group by all
union all
select 'visits' as source, contact_on as day from canonical.contacts where contact_on is not null group by all
union all
select 'opportunities' as source, entered_on as day from canonical.stage_entries where entered_on is not null group by all
union all
select 'jobs' as source, finished_on as day from marts.finished_jobs group by all
