-- Readings of a company's files, remembered by their headers. A mapping saved again under its name is a new
-- row; the one before stays, marked as removed.
create table mappings (
  id integer primary key autoincrement,
  name text not null,
  -- JSON list of folded headers.
  matches text not null,
  -- JSON, as the reading of files defines it.
  mapping text not null,
  saved_by text not null,
  saved_at text not null,
  removed_by text,
  removed_at text
) strict;

create unique index mappings_by_name on mappings (name) where removed_at is null;

-- A page with its filters, under a name of its own.
create table views (
  id integer primary key autoincrement,
  name text not null,
  url text not null,
  saved_by text not null,
  saved_at text not null,
  removed_by text,
  removed_at text
) strict;

create unique index views_by_name on views (saved_by, name) where removed_at is null;

-- Copies of data that left the product as a file (X-02).
create table exports (
  id integer primary key autoincrement,
  made_at text not null,
  made_by text not null,
  report text not null,
  -- JSON: period, as-of date and filters.
  params text not null,
  format text not null,
  row_count integer not null
) strict;

create index exports_by_time on exports (made_at);
