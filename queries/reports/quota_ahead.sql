-- One row is a dated event after a day that will change a base, a tier, or lets the papers of an admission lapse (Q-02, Q-05, Q-07).
-- Grain: customer_id, date, event.
-- Only what is loaded or decided and bears a later date: nothing is guessed. A paper lapses where nothing replaces it.
with in_force as (
  select customer_id, max(coalesce(expires_on, date '9999-12-31')) as until
  from canonical.contracts where kind = 'sales' group by 1
),
event as (
  select customer_id, admitted_on as date, 'admission' as event, null::varchar as tier, _import_id, _file_id, _line
  from canonical.customers where admitted_on > $as_of::date and admitted_on <= $until::date
  union all
  select customer_id, effective_on, 'tier', tier, _import_id, _file_id, _line
  from canonical.tier_decisions where effective_on > $as_of::date and effective_on <= $until::date
  union all
  select customer_id, listed_on, 'listing', null, _import_id, _file_id, _line
  from canonical.blacklist where listed_on > $as_of::date and listed_on <= $until::date
  union all
  select customer_id, removed_on, 'delisting', null, _import_id, _file_id, _line
  from canonical.blacklist where removed_on > $as_of::date and removed_on <= $until::date
  union all
  select customer_id, licence_expires_on, 'licence', null, _import_id, _file_id, _line
  from canonical.customers where licence_expires_on >= $as_of::date and licence_expires_on < $until::date
  union all
  select customer_id, qualification_expires_on, 'qualification', null, _import_id, _file_id, _line
  from canonical.customers
  where qualification_expires_on >= $as_of::date and qualification_expires_on < $until::date
  union all
  select c.customer_id, c.expires_on, 'contract', null, c._import_id, c._file_id, c._line
  from canonical.contracts c
  join in_force f on f.customer_id = c.customer_id and f.until = c.expires_on
  where c.kind = 'sales' and c.renewed_by is null
    and c.expires_on >= $as_of::date and c.expires_on < $until::date
)
select
  e.date, e.event, e.customer_id, c.name, c.department, c.owner, e.tier,
  e.event in ('licence', 'qualification', 'contract') as lapses,
  e._import_id as source_import, f.file as source_file, f.sheet as source_sheet, e._line as source_line
from event e
join canonical.customers c on c.customer_id = e.customer_id and c.kind = 'trade'
left join loads.files f on f.file_id = e._file_id
where ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
  and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
  and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
  and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner))
order by e.date, e.customer_id, e.event
