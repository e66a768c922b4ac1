-- Dated values that the company sets for itself. Nothing is deleted: a later row of the same parameter and day
-- replaces an earlier one, and a withdrawn row stays with who, when and why.
create table policy_values (
  id integer primary key autoincrement,
  parameter text not null,
  from_day text not null,
  -- JSON, typed as the parameter is.
  value text not null,
  set_by text not null,
  set_at text not null,
  why text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

create index policy_values_by_day on policy_values (parameter, from_day, id);
