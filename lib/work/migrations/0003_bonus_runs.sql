-- Closing of bonus periods (B-12, B-13). Nothing is deleted: a step that is taken back, a finding that counts again,
-- a closing that is reopened stays with who, when and why.

-- Who did which step of a period, and on which figures.
create table bonus_steps (
  id integer primary key autoincrement,
  period text not null,
  -- `month` or `parts`: the parts commission has steps of its own.
  process text not null,
  step text not null,
  -- Of the figures as they stood, so that it shows when they moved afterwards.
  figures_hash text not null,
  note text not null,
  taken_by text not null,
  taken_at text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

create unique index bonus_steps_standing on bonus_steps (period, process, step) where withdrawn_at is null;

-- Findings of a month that a person waved through.
create table bonus_waived (
  id integer primary key autoincrement,
  period text not null,
  finding text not null,
  technician_id text not null,
  source_kind text not null,
  source_id text not null,
  waived_by text not null,
  waived_at text not null,
  why text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

create unique index bonus_waived_standing on bonus_waived (period, finding, technician_id, source_kind, source_id)
where withdrawn_at is null;

-- What happens to a negative month of a person (B-10).
create table bonus_rests (
  id integer primary key autoincrement,
  period text not null,
  technician_id text not null,
  -- `carry` into the next month, or `waive`.
  decision text not null,
  -- Yuan, exact, negative: the rest that was decided on. Another rest needs another decision.
  amount text not null,
  decided_by text not null,
  decided_at text not null,
  why text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

create unique index bonus_rests_standing on bonus_rests (period, technician_id) where withdrawn_at is null;

-- A period closed by HR: each closing is a version of its own; the one that is not reopened counts.
create table bonus_closings (
  id integer primary key autoincrement,
  period text not null,
  closed_by text not null,
  closed_at text not null,
  note text not null,
  data_version integer not null,
  -- JSON: the steps as they stood, with who and when.
  steps text not null,
  -- SHA-256 over the hashes of its statements and the shared rows.
  hash text not null,
  -- Compressed JSON: rows of the period that belong to no one person.
  shared blob not null,
  reopened_by text,
  reopened_at text,
  reopened_why text
) strict;

create unique index bonus_closings_standing on bonus_closings (period) where reopened_at is null;

-- Statements as they were closed: figures to list and add up, and the whole, compressed JSON.
create table bonus_frozen (
  closing_id integer not null references bonus_closings (id),
  technician_id text not null,
  figures text not null,
  body blob not null,
  -- SHA-256 of figures and body before compression.
  hash text not null,
  primary key (closing_id, technician_id)
) strict;

-- What a closing settled of an earlier period that was closed already: the amount, and the statement as it stood
-- then. A later difference is taken from here, so that none is paid twice.
create table bonus_settled (
  closing_id integer not null references bonus_closings (id),
  period text not null,
  technician_id text not null,
  amount text not null,
  figures text not null,
  body blob not null,
  hash text not null,
  primary key (closing_id, period, technician_id)
) strict;

create index bonus_settled_by_period on bonus_settled (period, technician_id, closing_id);
