-- One row is a customer that another salesperson registered before: same tax number, name or phone (O-02).
-- Grain: customer_id, other_customer_id.
-- seen: lies under the filters and in the viewer's sight; proposals are made over all of them before.
-- other_*: the record that was entered first, which owns. Names are compared without blanks, width, case and signs;
-- phones by their digits, a call number of at least 7 that are not all the same.
with tiers as (
  select customer_id, arg_max(tier, (effective_on, made_in)) as tier
  from canonical.tier_decisions
  where effective_on <= $as_of::date
  group by customer_id
),
register as (
  select c.*
  from canonical.customers c
  where c.owner is not null and (c.entered_on is null or c.entered_on <= $as_of::date)
),
plain as (
  select
    customer_id, owner, entered_on, collected_on,
    translate(
      name,
      '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
      '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    ) as name,
    upper(regexp_replace(tax_no, '\s', '', 'g')) as tax_no,
    regexp_replace(regexp_replace(phone, '[^0-9]', '', 'g'), '^86(1[0-9]{10})$', '\1') as phone
  from register
),
marks as (
  select 'tax_no' as mark, tax_no as value, customer_id, owner, entered_on, collected_on from plain
  union all
  select 'name', lower(regexp_replace(name, '[\s\p{P}\p{Z}]', '', 'g')), customer_id, owner, entered_on, collected_on
  from plain
  union all
  select 'phone', phone, customer_id, owner, entered_on, collected_on
  from plain
  where length(phone) >= 7 and replace(phone, left(phone, 1), '') <> ''
),
ordered as (
  select
    *,
    first_value(customer_id) over w as first_id,
    first_value(owner) over w as first_owner
  from marks
  where value <> ''
  window w as (partition by mark, value order by entered_on nulls last, collected_on nulls last, customer_id
    rows between unbounded preceding and unbounded following)
),
pairs as (
  select customer_id, first_id, list_sort(list(mark)) as marks
  from ordered
  where owner <> first_owner
  group by customer_id, first_id
)
select
  c.customer_id, c.name, c.department, c.region, c.owner, c.grade, c.collected_on, c.entered_on, c.assigned_on,
  p.marks,
  o.customer_id as other_customer_id, o.name as other_name, o.owner as other_owner, o.entered_on as other_entered_on,
  coalesce(
    ($departments::varchar[] is null or list_contains($departments::varchar[], c.department))
    and ($regions::varchar[] is null or list_contains($regions::varchar[], c.region))
    and ($owners::varchar[] is null or list_contains($owners::varchar[], c.owner))
    and ($grades::varchar[] is null or list_contains($grades::varchar[], c.grade))
    and ($tiers::varchar[] is null or (
      c.admitted_on <= $as_of::date and list_contains($tiers::varchar[], coalesce(t.tier, c.tier))))
    and ($products::varchar[] is null or c.customer_id in (
      select customer_id from canonical.ledger
      where kind = 'sale' and date <= $as_of::date and list_contains($products::varchar[], product)))
    and ($scope_departments::varchar[] is null or list_contains($scope_departments::varchar[], c.department))
    and ($scope_regions::varchar[] is null or list_contains($scope_regions::varchar[], c.region))
    and ($scope_owners::varchar[] is null or list_contains($scope_owners::varchar[], c.owner)),
    false
  ) as seen,
  c._import_id as source_import, f.file as source_file, f.sheet as source_sheet, c._line as source_line
from pairs p
join canonical.customers c on c.customer_id = p.customer_id
join canonical.customers o on o.customer_id = p.first_id
left join tiers t on t.customer_id = c.customer_id
left join loads.files f on f.file_id = c._file_id
order by c.customer_id, o.customer_id
