-- Entries of the blacklists made in the product (R-09 to R-12): proposed, then confirmed and in force, then lifted.
-- A withdrawn entry, or a withdrawn step of one, stays with who, when and why.
create table blacklist_entries (
  id integer primary key autoincrement,
  customer_id text not null,
  scope text not null check (scope in ('department', 'company')),
  -- Empty for the company's list.
  department text not null,
  reason text not null,
  -- The half-year whose review proposed it; empty where nobody's did.
  period text,
  proposed_by text not null,
  proposed_on text not null,
  proposed_at text not null,
  confirmed_by text,
  -- The day on which it is published and in force.
  confirmed_on text,
  confirmed_at text,
  lifted_by text,
  lifted_on text,
  lifted_at text,
  lifted_why text,
  withdrawn_by text,
  withdrawn_on text,
  withdrawn_at text,
  withdrawn_why text,
  check ((scope = 'company') = (department = ''))
) strict;

create index blacklist_entries_by_customer on blacklist_entries (customer_id, id);

-- Removals of entries that were loaded from a file.
create table blacklist_lifts (
  id integer primary key autoincrement,
  customer_id text not null,
  scope text not null,
  department text not null,
  listed_on text not null,
  lifted_by text not null,
  lifted_on text not null,
  lifted_at text not null,
  lifted_why text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

-- What was done to an entry, step by step, undone steps too.
create table blacklist_events (
  id integer primary key autoincrement,
  customer_id text not null,
  entry_id integer,
  lift_id integer,
  step text not null check (step in ('proposed', 'confirmed', 'lifted', 'rejected', 'undone')),
  why text,
  done_by text not null,
  done_on text not null,
  done_at text not null
) strict;

create index blacklist_events_by_customer on blacklist_events (customer_id, id);
