-- One row is a loaded row that an import brought, new or changed, since a certain one.
-- Grain: kind, source row.
with brought as (
  select 'customers' as kind, customer_id as source_id, coalesce(updated_on, entered_on) as date, customer_id, null as opportunity_id,
    null as technician_id, owner as salesperson, department, _import_id, _file_id, _line
  from canonical.customers where _import_id >= $since::integer
  union all
  select 'ledger' as kind, entry_id as source_id, date as date, customer_id, null as opportunity_id,
    null as technician_id, salesperson, department, _import_id, _file_id, _line
  from canonical.ledger where _import_id >= $since::integer
  union all
  select 'visits' as kind, visit_id as source_id, coalesce(contact_on, planned_for) as date, customer_id, opportunity_id,
    null as technician_id, salesperson, null as department, _import_id, _file_id, _line
  from canonical.visits where _import_id >= $since::integer
  union all
  select 'opportunities' as kind, opportunity_id as source_id, coalesce(stage_entered_on, created_on) as date, customer_id, opportunity_id,
    null as technician_id, salesperson, department, _import_id, _file_id, _line
  from canonical.opportunities where _import_id >= $since::integer
  union all
  select 'incidents' as kind, incident_id as source_id, found_on as date, customer_id, null as opportunity_id,
    null as technician_id, null as salesperson, department, _import_id, _file_id, _line
  from canonical.incidents where _import_id >= $since::integer
  union all
  select 'blacklist' as kind, customer_id as source_id, listed_on as date, customer_id, null as opportunity_id,
    null as technician_id, null as salesperson, department, _import_id, _file_id, _line
  from canonical.blacklist where _import_id >= $since::integer
  union all
  select 'tier_history' as kind, customer_id as source_id, effective_on as date, customer_id, null as opportunity_id,
    null as technician_id, null as salesperson, null as department, _import_id, _file_id, _line
  from canonical.tier_decisions where _import_id >= $since::integer
  union all
  select 'contracts' as kind, contract_id as source_id, signed_on as date, customer_id, null as opportunity_id,
    null as technician_id, null as salesperson, null as department, _import_id, _file_id, _line
  from canonical.contracts where _import_id >= $since::integer
  union all
  select 'targets' as kind, month as source_id, (month || '-01')::date as date, null as customer_id, null as opportunity_id,
    null as technician_id, salesperson, department, _import_id, _file_id, _line
  from canonical.targets where _import_id >= $since::integer
  union all
  select 'jobs' as kind, job_id as source_id, finished_on as date, customer_id, null as opportunity_id,
    technician_id, null as salesperson, null as department, _import_id, _file_id, _line
  from canonical.jobs where _import_id >= $since::integer
  union all
  select 'service_events' as kind, event_id as source_id, date as date, null as customer_id, null as opportunity_id,
    technician_id, null as salesperson, null as department, _import_id, _file_id, _line
  from canonical.service_events where _import_id >= $since::integer
  union all
  select 'parts_sales' as kind, sale_id as source_id, date as date, customer_id, null as opportunity_id,
    technician_id, null as salesperson, null as department, _import_id, _file_id, _line
  from canonical.parts_sales where _import_id >= $since::integer
  union all
  select 'assessments' as kind, quarter as source_id, null::date as date, null as customer_id, null as opportunity_id,
    technician_id, null as salesperson, null as department, _import_id, _file_id, _line
  from canonical.assessments where _import_id >= $since::integer
  union all
  select 'bonus_items' as kind, item_id as source_id, null::date as date, null as customer_id, null as opportunity_id,
    technician_id, null as salesperson, null as department, _import_id, _file_id, _line
  from canonical.bonus_items where _import_id >= $since::integer
  union all
  select 'technicians' as kind, technician_id as source_id, joined_on as date, null as customer_id, null as opportunity_id,
    technician_id, null as salesperson, department, _import_id, _file_id, _line
  from canonical.technicians where _import_id >= $since::integer
  union all
  select 'stage_changes', s.opportunity_id, s.entered_on, o.customer_id, s.opportunity_id,
    null, o.salesperson, o.department, s._import_id, s._file_id, s._line
  from canonical.stage_changes s
  left join canonical.opportunities o on o.opportunity_id = s.opportunity_id
  where s._import_id >= $since::integer
)
select
  b.kind, b.source_id, b.date, b.customer_id, c.name, b.opportunity_id, b.technician_id, b.salesperson,
  coalesce(b.department, c.department) as department,
  b._import_id as source_import, f.file as source_file, f.sheet as source_sheet, b._line as source_line
from brought b
left join canonical.customers c on c.customer_id = b.customer_id
left join loads.files f on f.file_id = b._file_id
where ($customer_id::varchar is null or b.customer_id = $customer_id::varchar)
  and ($opportunity_id::varchar is null or b.opportunity_id = $opportunity_id::varchar)
  and ($technician_id::varchar is null or b.technician_id = $technician_id::varchar)
  and ($salespeople::varchar[] is null or list_contains($salespeople::varchar[], b.salesperson))
  and ($departments::varchar[] is null or list_contains($departments::varchar[], coalesce(b.department, c.department)))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by b.kind, b.date, b.source_id, b._line
