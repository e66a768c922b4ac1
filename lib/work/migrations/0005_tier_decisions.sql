-- What people decided on customers' tiers (R-11). Nothing is deleted: a later decision goes before an earlier one,
-- and a revoked one stays with who, when and why.
create table tier_decisions (
  id integer primary key autoincrement,
  customer_id text not null,
  -- The half-year whose review it decides; empty for a case decided outside of a review.
  period text,
  -- The customer's department when it was decided; empty where it has none.
  department text not null,
  decision text not null check (decision in ('accepted', 'overridden')),
  proposal text not null,
  tier_before text,
  proposed_tier text,
  -- Empty where a customer without a tier stays without one.
  tier text,
  score text,
  effective_on text not null,
  made_on text not null,
  made_at text not null,
  made_by text not null,
  reason text,
  -- JSON: the figures on which it was decided.
  figures text not null,
  revoked_on text,
  revoked_at text,
  revoked_by text,
  revoked_why text,
  -- What holds again from the day of the revocation, where the decision had taken effect.
  restored_tier text,
  check (effective_on >= made_on)
) strict;

create index tier_decisions_by_customer on tier_decisions (customer_id, id);
create index tier_decisions_by_review on tier_decisions (period, department, id);

-- A department's review of a half-year, signed off. Decisions rest while a sign-off stands.
create table review_signoffs (
  id integer primary key autoincrement,
  period text not null,
  department text not null,
  decided integer not null,
  -- JSON: the quotas that are over after it, with base, held and places.
  excess text not null,
  reason text,
  signed_by text not null,
  signed_on text not null,
  signed_at text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

create unique index review_signoffs_standing on review_signoffs (period, department) where withdrawn_at is null;

-- What was handed to the marketing division (R-11, R-12).
create table filings (
  id integer primary key autoincrement,
  kind text not null check (kind in ('review', 'blacklist')),
  period text,
  department text not null,
  signoff_id integer references review_signoffs (id),
  row_count integer not null,
  filed_by text not null,
  filed_on text not null,
  filed_at text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;
