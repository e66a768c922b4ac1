-- A question on a line of a statement, or on the statement as a whole (empty figure). What was said is kept entry by
-- entry, and the state of the question is what its last standing entry made of it.
create table bonus_questions (
  id integer primary key autoincrement,
  period text not null,
  technician_id text not null,
  figure text not null default '',
  source_kind text not null default '',
  source_id text not null default ''
) strict;

create index bonus_questions_by_statement on bonus_questions (period, technician_id);

create table bonus_question_entries (
  id integer primary key autoincrement,
  question_id integer not null references bonus_questions (id),
  -- asked, answered, closed
  act text not null,
  words text not null,
  made_by text not null,
  made_at text not null,
  withdrawn_by text,
  withdrawn_at text
) strict;

create index bonus_question_entries_by_question on bonus_question_entries (question_id, id);

-- A technician's agreement to a statement as it was: another digest by now means that it changed since.
create table bonus_signatures (
  id integer primary key autoincrement,
  period text not null,
  technician_id text not null,
  digest text not null,
  payable text,
  signed_by text not null,
  signed_at text not null,
  withdrawn_by text,
  withdrawn_at text,
  withdrawn_why text
) strict;

create unique index bonus_signatures_standing on bonus_signatures (period, technician_id)
  where withdrawn_at is null;
