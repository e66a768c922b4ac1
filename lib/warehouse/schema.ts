/** The tables that imports fill: one a kind, and the log of the imports themselves. */
import { duckdbType } from '@/lib/import/kind';
import { kinds } from '@/lib/import/kinds';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Where a loaded row came from: on every row, in every table of `raw`. */
export const provenanceColumns = ['_import_id', '_file_id', '_line'] as const;

/**
 * Statements that bring an empty or older warehouse to the present schema. A column that a newer version
 * adds to a kind is added empty: loaded rows are never thrown away.
 */
export function schemaStatements(): string[] {
  const statements = [
    'create schema if not exists raw',
    'create schema if not exists canonical',
    'create schema if not exists marts',
    'create schema if not exists loads',
    `create table if not exists loads.imports (
      import_id integer, started_at timestamp, finished_at timestamp, state varchar, by_user varchar,
      data_version integer, undone_at timestamp, undone_by varchar, undone_version integer)`,
    `create table if not exists loads.files (
      file_id integer, import_id integer, part integer, file varchar, sheet varchar, kind varchar, mapping varchar,
      encoding varchar, separator varchar, header_line integer, header varchar[], stored_as varchar, bytes bigint,
      sha256 varchar, read integer, new integer, changed integer, unchanged integer, rejected integer,
      warnings integer, refused varchar, refused_code varchar, notes varchar)`,
    `create table if not exists loads.rejects (
      import_id integer, file_id integer, line integer, "column" varchar, value varchar, code varchar,
      zh varchar, en varchar, cells varchar[])`,
    `create table if not exists loads.warnings (
      import_id integer, file_id integer, line integer, "column" varchar, value varchar, code varchar,
      zh varchar, en varchar)`,
    'create table if not exists loads.version (data_version integer, published_at timestamp)',
  ];
  for (const kind of kinds) {
    const columns = kind.columns.map((c) => `${quoted(c.name)} ${duckdbType(c.type)}`);
    const provenance = '_import_id integer, _file_id integer, _line integer';
    statements.push(`create table if not exists raw.${kind.name} (${columns.join(', ')}, ${provenance})`);
    for (const c of kind.columns) {
      statements.push(
        `alter table raw.${kind.name} add column if not exists ${quoted(c.name)} ${duckdbType(c.type)}`,
      );
    }
  }
  return statements;
}
