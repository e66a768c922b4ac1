-- One row is a piece of business with a listed customer, in the scope of its entry, after it was listed (A-07).
-- Grain: customer_id, scope, department, listed_on, kind, item, line_no, stage, date.
-- Payments and refunds are no business; nor is an opportunity that is lost. On the day of the listing nobody can say
-- which came first, so business counts from the day after.
with entry as (
  select customer_id, scope, department, listed_on, removed_on
  from canonical.blacklist
  where listed_on <= $as_of::date
    and ($customers::varchar[] is null or customer_id in (select unnest($customers::varchar[])))
),
business as (
  select l.customer_id, l.department, l.kind, l.entry_id as item, l.line_no, null as stage, l.date, l.amount,
    l._import_id, l._file_id, l._line
  from canonical.ledger l
  where l.kind in ('order', 'sale') and l.date <= $as_of::date and l.customer_id in (select customer_id from entry)
  union all
  select k.customer_id, c.department, 'contract', k.contract_id, null, null, k.signed_on, k.amount,
    k._import_id, k._file_id, k._line
  from canonical.contracts k
  left join canonical.customers c on c.customer_id = k.customer_id
  where k.signed_on <= $as_of::date and k.customer_id in (select customer_id from entry)
  union all
  select distinct o.customer_id, o.department,
    case when s.position = 1 then 'opportunity' else 'opportunity_moved' end, o.opportunity_id, null, s.stage,
    s.entered_on, o.expected_amount, o._import_id, o._file_id, o._line
  from canonical.stage_entries s
  join canonical.opportunities o on o.opportunity_id = s.opportunity_id
  where s.position <= 5 and s.entered_on <= $as_of::date and o.customer_id in (select customer_id from entry)
)
select
  e.customer_id, coalesce(c.name, e.customer_id) as name, e.scope, e.department, e.listed_on,
  b.kind, b.item, b.line_no, b.stage, b.date, b.amount::decimal(18,2) as amount,
  b._import_id as source_import, f.file as source_file, f.sheet as source_sheet, b._line as source_line
from entry e
join business b
  on b.customer_id = e.customer_id and (e.scope = 'company' or b.department = e.department)
  and b.date > e.listed_on and (e.removed_on is null or b.date < e.removed_on)
left join canonical.customers c on c.customer_id = e.customer_id
left join loads.files f on f.file_id = b._file_id
where ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
  and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by e.customer_id, e.scope, e.department nulls last, e.listed_on, b.date, b.kind, b.item, b.line_no nulls first, b.stage
