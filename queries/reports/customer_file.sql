-- One row is a customer of the register with its tier on a day and whether it is blacklisted that day (Q-05, R-10).
-- Grain: customer_id.
with decided as (
  select arg_max(tier, (effective_on, made_in)) as tier, max(effective_on) as effective_on
  from canonical.tier_decisions where effective_on <= $as_of::date and customer_id = $customer_id::varchar
)
select
  k.customer_key, c.customer_id, c.name, c.kind, c.department, c.region, c.owner, c.grade,
  coalesce(d.tier, c.tier) as tier, d.effective_on as tier_since, c.industry, c.source, c.institution_class,
  c.specialty, c.beds, c.tax_no, c.contact_name, c.phone, c.address, c.note, c.collected_on, c.entered_on,
  c.assigned_on, c.admitted_on, c.licence_expires_on, c.qualification_expires_on, c.updated_on,
  exists (
    select 1 from canonical.blacklist b
    where b.customer_id = c.customer_id and (b.scope = 'company' or b.department = c.department)
      and b.listed_on <= $as_of::date and (b.removed_on is null or b.removed_on > $as_of::date)) as listed,
  (select max(o.expires_on) from canonical.contracts o
    where o.customer_id = c.customer_id and o.kind = 'sales'
      and coalesce(o.signed_on, o.starts_on, $as_of::date) <= $as_of::date) as contract_until,
  c._import_id as source_import, f.file as source_file, f.sheet as source_sheet, c._line as source_line
from canonical.customers c
cross join decided d
left join marts.customer_keys k on k.customer_id = c.customer_id
left join loads.files f on f.file_id = c._file_id
where c.customer_id = $customer_id::varchar
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
