-- What the manager decided on who owns a customer (O-02 to O-04). The register of customers stays as it was loaded:
-- a decision is handed to the system that keeps it, and counts as done once a load shows the new owner. Nothing is
-- deleted: a later decision on the same finding goes before an earlier one, and a withdrawn one stays with who, when
-- and why.
create table owner_decisions (
  id integer primary key autoincrement,
  customer_id text not null,
  finding text not null check (finding in ('unowned', 'conflict', 'late_first_contact')),
  -- The record that was entered first, where two conflict.
  other_customer_id text,
  decision text not null check (decision in ('assign', 'keep')),
  owner text not null,
  -- The owner in the register when it was decided.
  previous_owner text,
  proposed_owner text,
  decided_by text not null,
  decided_on text not null,
  decided_at text not null,
  why text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

create index owner_decisions_by_customer on owner_decisions (customer_id, id);
