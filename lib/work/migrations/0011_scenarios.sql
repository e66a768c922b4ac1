-- Scratch copies of the tiers that somebody kept under a name (Q-06). Nothing is deleted: a removed one stays.
create table scenarios (
  id integer primary key autoincrement,
  name text not null,
  as_of text not null,
  -- JSON list of moves, `C0012:vip`, in the order in which they were made.
  moves text not null,
  kept_by text not null,
  kept_at text not null,
  why text not null,
  removed_by text,
  removed_at text
) strict;
