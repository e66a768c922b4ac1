/** The staged rows of a part as SQL: typed columns, where each row came from, and its place among its equals. */
import path from 'node:path';
import type { Kind } from '../kind';
import { kindOf } from '../kinds';
import type { StagedPart } from './job';
import { literal, name } from './sql/quote';
import { foldSql } from './sql/text';

/** A staged part with the number that it has in `loads.files`. */
export interface NumberedPart extends StagedPart {
  fileId: number;
  /** Place of the part in the import: of equal keys, the row of the later part stands. */
  order: number;
  headerLine: number;
  spool: string;
}

export const columnList = (kind: Kind): string[] => kind.columns.map((c) => name(c.name));
export const provenance = ['_import_id', '_file_id', '_line'];

/** `a.key = b.key` over all key columns; empty parts of a key are equal. */
export function sameKey(kind: Kind, a: string, b: string): string {
  return kind.key
    .map((k) => {
      const required = kind.columns.find((c) => c.name === k)?.required === true;
      return `${a}.${name(k)} ${required ? '=' : 'is not distinct from'} ${b}.${name(k)}`;
    })
    .join(' and ');
}

/** Every column but the key's equal. */
export function sameValues(kind: Kind, a: string, b: string): string {
  const others = kind.columns.filter((c) => !kind.key.includes(c.name));
  const equal = others.map((c) => `${a}.${name(c.name)} is not distinct from ${b}.${name(c.name)}`);
  return equal.length === 0 ? 'true' : equal.join(' and ');
}

/** The good rows of a part as they were staged, with `_line`, `_ord`, `_cells` and `_name_…`. */
export function stagedRows(part: NumberedPart): string {
  const file = path.join(part.spool, part.parquet);
  const line = part.lined ? '_line' : `(${part.headerLine + 1} + file_row_number)::integer`;
  const rows = `(select * ${part.lined ? 'exclude (_line), _line' : `, ${line}`}${part.lined ? '' : ' as _line'}, (${part.order}::bigint << 40) + file_row_number as _ord from read_parquet(${literal(file)}, file_row_number = true))`;
  return `(select * from ${rows} where _bad is null${part.exclude.length > 0 ? ` and _line not in (${part.exclude.join(', ')})` : ''})`;
}

/** Good rows in the shape of `raw.<kind>` and `_ord`. Only for parts that nothing else has to judge. */
export function plainRows(part: NumberedPart, importId: number): string {
  const columns = columnList(kindOf(part.kind)).join(', ');
  return `select ${columns}, ${importId}::integer as _import_id, ${part.fileId}::integer as _file_id, _line, _ord from ${stagedRows(part)}`;
}

/**
 * Rows in the shape of `raw.<kind>`, `_ord`, `_cells` and `_late`: what other files say against a row, as
 * `column=code`. A name finds its number in the register as it stands with this import's rows.
 */
export function judgedRows(part: NumberedPart, importId: number): string {
  const kind = kindOf(part.kind);
  const columns = kind.columns.map((c) => {
    const named = part.plan.names.some((n) => n.column === c.name);
    return named
      ? `coalesce(s.${name(c.name)}, ${name(`n_${c.name}`)}.id) as ${name(c.name)}`
      : `s.${name(c.name)}`;
  });
  const joins = part.plan.names.map((n) => {
    const alias = name(`n_${n.column}`);
    const id = name(kindOf(n.kind).key[0] ?? '');
    const folded = plainFold(name(n.nameColumn));
    return `left join (select ${folded} as folded, min(${id}) as id, count(distinct ${id}) as ids from raw.${n.kind} where ${name(n.nameColumn)} is not null group by 1) as ${alias}
      on s.${name(n.column)} is null and ${alias}.folded = ${plainFold(`s.${name(`_name_${n.column}`)}`)}`;
  });
  const late = part.plan.names.flatMap((n) => {
    const asked = `s.${name(n.column)} is null and s.${name(`_name_${n.column}`)} is not null`;
    const ids = `${name(`n_${n.column}`)}.ids`;
    return [
      `case when ${asked} and ${ids} is null then ${literal(`${n.column}=name_unknown`)} when ${asked} and ${ids} > 1 then ${literal(`${n.column}=name_ambiguous`)} end`,
    ];
  });
  // B-01 (002 part 3, 4.1): a finished job is worth its points, or its work type's coefficient of that day.
  if (part.kind === 'jobs')
    late.push(`case when s.finished_on is not null and s.points is null and not exists (
      select 1 from raw.coefficients as k where k.work_type = s.work_type and k.effective_from <= s.finished_on)
      then 'points=no_points' end`);
  return `select ${columns.join(', ')}, ${importId}::integer as _import_id, ${part.fileId}::integer as _file_id, s._line, s._ord, s._cells,
    nullif(concat_ws(';', ${late.join(', ')}), '') as _late from ${stagedRows(part)} as s ${joins.join(' ')}`;
}

/** Folding is slow; a text of plain letters and Hanzi needs only lower case. */
const plainFold = (x: string): string =>
  `case when regexp_full_match(${x}, '[!-~\\x{4e00}-\\x{9fff}]*') then lower(${x}) else ${foldSql(x)} end`;
