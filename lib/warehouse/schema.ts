/** The tables that imports fill: one a kind, and the log of the imports themselves. */
import { type Column, duckdbType, type Kind } from '@/lib/import/kind';
import { kinds } from '@/lib/import/kinds';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Where a loaded row came from: on every row, in every table of `raw`. */
export const provenanceColumns = ['_import_id', '_file_id', '_line'] as const;

/**
 * How a column is packed. The engine tries every way on every column before it writes it, for texts longer than
 * writing takes. The texts of a key hardly repeat, so there it need not try.
 */
const packing = (kind: Kind, { name, type }: Column): string =>
  type.is === 'text' && kind.key.includes(name) ? ' using compression uncompressed' : '';

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
    'create schema if not exists history',
    'create schema if not exists seen',
    `create table if not exists loads.imports (
      import_id integer, started_at timestamp, finished_at timestamp, state varchar, by_user varchar,
      data_version integer, undone_at timestamp, undone_by varchar, undone_version integer)`,
    `create table if not exists loads.files (
      file_id integer, import_id integer, part integer, file varchar, sheet varchar, kind varchar, mapping varchar,
      encoding varchar, separator varchar, header_line integer, header varchar[], stored_as varchar, bytes bigint,
      sha256 varchar, read integer, new integer, changed integer, unchanged integer, rejected integer,
      warnings integer, refused varchar, refused_code varchar, notes varchar)`,
    // One row a mistake; the sentence follows from kind, column, code and value.
    `create table if not exists loads.rejects (
      import_id integer, file_id integer, line integer, "column" varchar, value varchar, code varchar,
      cells varchar[])`,
    // One row per distinct finding of a file: its first line and the rows that it concerns.
    `create table if not exists loads.warnings (
      import_id integer, file_id integer, line integer, rows integer, "column" varchar, value varchar,
      code varchar, zh varchar, en varchar)`,
    'alter table loads.warnings add column if not exists rows integer',
    'create table if not exists loads.version (data_version integer, published_at timestamp)',
    // What people decided, as SQL sees it: copies out of the work store, where they live.
    'create schema if not exists decided',
    `create table if not exists decided.tiers (
      customer_id varchar, effective_on date, tier varchar, period varchar, score decimal(18,2), reason varchar,
      made_by varchar)`,
    `create table if not exists decided.decisions (
      decision_id integer, customer_id varchar, period varchar, department varchar, decision varchar, proposal varchar,
      tier_before varchar, proposed_tier varchar, tier varchar, effective_on date, made_on date, made_by varchar,
      reason varchar, revoked_on date)`,
    `create table if not exists decided.blacklist (
      entry_id integer, customer_id varchar, scope varchar, department varchar, listed_on date, removed_on date,
      reason varchar)`,
    `create table if not exists decided.lifted (
      customer_id varchar, scope varchar, department varchar, listed_on date, removed_on date)`,
  ];
  for (const kind of kinds) {
    const columns = kind.columns.map((c) => `${quoted(c.name)} ${duckdbType(c.type)}`);
    const packed = kind.columns.map((c) => `${quoted(c.name)} ${duckdbType(c.type)}${packing(kind, c)}`);
    const provenance = '_import_id integer, _file_id integer, _line integer';
    const keys = kind.columns.filter((c) => kind.key.includes(c.name));
    const keyColumns = keys.map((c) => `${quoted(c.name)} ${duckdbType(c.type)}`);
    statements.push(
      `create table if not exists raw.${kind.name} (${packed.join(', ')}, ${provenance})`,
      // Versions that a later import replaced, so that it can be undone.
      `create table if not exists history.${kind.name} (${columns.join(', ')}, ${provenance}, _superseded_by integer)`,
      // Rows that a later import brought again unchanged: they stay when the first one is undone.
      `create table if not exists seen.${kind.name} (${keyColumns.join(', ')}, ${provenance})`,
    );
    for (const c of kind.columns) {
      for (const schema of ['raw', 'history']) {
        statements.push(
          `alter table ${schema}.${kind.name} add column if not exists ${quoted(c.name)} ${duckdbType(c.type)}`,
        );
      }
    }
  }
  return statements;
}
