-- One row is a mark of what was decided in the product by a day: tiers in force, blacklists as they stand on it.
-- Grain: one row.
-- Loaded tiers are left out: they change with the data only. Of blacklists a loaded entry can be lifted too.
with thing as (
  select hash(customer_id, tier, effective_on) as mark
  from canonical.tier_decisions where made_in = 'product' and effective_on <= $period_end::date
  union all
  select hash(customer_id, scope, department, listed_on, if(removed_on <= $period_end::date, removed_on, null))
  from canonical.blacklist where listed_on <= $period_end::date
)
select format('{}:{}:{}', count(*), coalesce(sum(mark::hugeint), 0), coalesce(bit_xor(mark), 0)) as mark from thing
