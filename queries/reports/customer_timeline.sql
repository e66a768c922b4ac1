-- One row is something that happened with a customer up to a day: a contact, a step of an opportunity, a call for service, an
-- incident, a complaint, a contract, a decision on its tier, a blacklist, a grade that an import gave it.
-- Grain: event, id, date.
-- code is of the vocabulary that the event says; open: not ended on the day.
with mine as (
  select c.customer_id from canonical.customers c
  where c.customer_id = $customer_id::varchar
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
),
graded as (
  select g.*, lag(grade) over (order by _import_id) as before, row_number() over (order by _import_id) as n
  from canonical.customer_grades g where customer_id in (select customer_id from mine)
),
event as (
  select contact_on as date, 'contact' as event, visit_id as id, method as code, salesperson as person,
    concat_ws(' · ', purpose, contact_name) as detail, null::decimal(18,2) as amount, false as open,
    _import_id, _file_id, _line
  from canonical.contacts where customer_id in (select customer_id from mine)
  union all
  select created_on, 'opportunity', opportunity_id, 'identified', salesperson, concat_ws(' · ', name, product),
    expected_amount, stage not in ('signed', 'lost') or closed_on > $as_of::date, _import_id, _file_id, _line
  from canonical.opportunities where customer_id in (select customer_id from mine) and created_on is not null
  union all
  select closed_on, 'opportunity', opportunity_id, stage, salesperson, concat_ws(' · ', name, product, lost_reason),
    coalesce(signed_amount, expected_amount), false, _import_id, _file_id, _line
  from canonical.opportunities
  where customer_id in (select customer_id from mine) and stage in ('signed', 'lost') and closed_on is not null
  union all
  select s.called_at::date, 'call', s.call_id, s.charge_type, coalesce(t.name, s.technician_id), s.product_model, s.fee,
    s.completed_at is null or s.completed_at::date > $as_of::date, s._import_id, s._file_id, s._line
  from canonical.service_calls s
  left join canonical.technicians t on t.technician_id = s.technician_id
  where s.customer_id in (select customer_id from mine)
  union all
  select found_on, 'incident', incident_id, kind, null, note, null, false, _import_id, _file_id, _line
  from canonical.incidents where customer_id in (select customer_id from mine)
  union all
  select received_at::date, 'complaint', complaint_id, severity, assigned_to, content, null,
    resolved_at is null or resolved_at::date > $as_of::date, _import_id, _file_id, _line
  from canonical.complaints where customer_id in (select customer_id from mine)
  union all
  select coalesce(signed_on, starts_on), 'contract', contract_id, kind, null,
    concat_ws(' → ', product, expires_on::varchar), amount, coalesce(expires_on >= $as_of::date, true),
    _import_id, _file_id, _line
  from canonical.contracts
  where customer_id in (select customer_id from mine) and coalesce(signed_on, starts_on) is not null
  union all
  select effective_on, 'tier', tier || effective_on::varchar, tier, null, reason, null, false,
    _import_id, _file_id, _line
  from canonical.tier_decisions where customer_id in (select customer_id from mine)
  union all
  select listed_on, 'blacklist', scope || listed_on::varchar, scope, department, reason, null,
    removed_on is null or removed_on > $as_of::date, _import_id, _file_id, _line
  from canonical.blacklist where customer_id in (select customer_id from mine)
  union all
  select loaded_on, 'grade', _import_id::varchar, coalesce(grade, 'none'), null,
    coalesce(before, '—') || ' → ' || coalesce(grade, '—'), null, false, _import_id, _file_id, _line
  from graded where loaded_on is not null and n > 1 and grade is distinct from before
)
select
  e.date, e.event, e.id, e.code, e.person, nullif(e.detail, '') as detail, e.amount, e.open,
  e._import_id as source_import, f.file as source_file, f.sheet as source_sheet, e._line as source_line
from event e
left join loads.files f on f.file_id = e._file_id
where e.date <= $as_of::date
order by e.date desc, e.event, e.id
