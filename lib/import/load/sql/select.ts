/**
 * One SELECT that reads, types and judges a whole sheet: each row comes out with its typed columns and, where
 * it breaks the contract, with what is wrong in `_bad`. One pass, strict first, because a second pass over a
 * million rows costs as much as the first.
 */
import { type Column, duckdbType, type Kind } from '../../kind';
import type { LoadPlan, PlanColumn } from '../../recognise/plan';
import { cell, pickedSql } from './pick';
import { among, literal, name } from './quote';
import { cleanText, foldSql } from './text';
import { type Reading, typedSql } from './typed';

/** What `_bad` holds for a row that the mapping leaves out. */
export const DROPPED = '~';

/** Parameters that a row rule names, as SQL over the typed row (`praise_min` → a CASE over its dates). */
export type RuleValues = Readonly<Record<string, string>>;

export interface SelectInput {
  kind: Kind;
  plan: LoadPlan;
  reading: Reading;
  /** A relation with c0 … cN as text; `lined`: and `_n`, the line, and `_ragged`. */
  relation: string;
  lined: boolean;
  width: number;
  ruleValues: RuleValues;
  /** Keep the raw cells of every row: it may yet be rejected when it is published. */
  keepCells: boolean;
}

const typedName = (c: Column) => name(c.name);
const textName = (c: Column) => name(`t_${c.name}`);

/** Columns, in order: ours, `_name_<reference>` per name of the plan, `_bad`, `_cells`, and `_line` if lined. */
export function validatingSelect(input: SelectInput): string {
  const { kind, plan, reading, lined } = input;
  const planned = new Map(plan.columns.map((p) => [p.column, p]));
  const fed = kind.columns.flatMap((c) => {
    const p = planned.get(c.name);
    return p ? [{ c, p }] : [];
  });
  const texts = fed.map(({ c, p }) => `${pickedSql(c, p, plan.nulls)} as ${textName(c)}`);
  const typed = kind.columns.map((c) => {
    const p = planned.get(c.name);
    return `${p ? typedSql(textName(c), c, p, reading) : `null::${duckdbType(c.type)}`} as ${typedName(c)}`;
  });
  const names = plan.names.map(
    (n) => `${cleanText(cell(n.index), plan.nulls)} as ${name(`_name_${n.column}`)}`,
  );
  const cells = `[${Array.from({ length: input.width }, (_, i) => cell(i)).join(', ')}]`;
  const rewritten = kind.columns.map((c) => {
    const as = kind.rewrites.find((r) => r.column === c.name)?.as ?? typedName(c);
    const given = c.default === undefined ? as : `coalesce(${as}, ${literal(c.default)})`;
    return `(${given})::${duckdbType(c.type)} as ${typedName(c)}`;
  });
  return `with src as (${unpivoted(plan, input.relation)}),
picked as (select *${texts.map((t) => `, ${t}`).join('')} from src),
typed as (select *, ${typed.join(', ')} from picked),
judged as (select *, ${badSql(input, fed)} as _bad from typed)
select ${[
    ...rewritten,
    ...names,
    '_bad',
    `case when ${input.keepCells ? 'true' : '_bad is not null'} then ${cells} end as _cells`,
    ...(lined ? ['_n as _line'] : []),
  ].join(', ')} from judged${lined ? ' order by _n' : ''}`;
}

function badSql(input: SelectInput, fed: readonly { c: Column; p: PlanColumn }[]): string {
  const { kind, plan, lined } = input;
  const named = new Set(plan.names.map((n) => n.column));
  const gates: string[] = [];
  const details: string[] = [];
  const blame = (column: string, code: string, when: string) =>
    details.push(`case when ${when} then ${literal(`${column}=${code}`)} end`);
  if (lined) {
    gates.push('_ragged');
    blame('', 'ragged', '_ragged');
  }
  for (const { c } of fed) {
    const v = typedName(c);
    const t = textName(c);
    if (c.type.is !== 'text') {
      gates.push(`(${t} is not null and ${v} is null)`);
      blame(c.name, 'unreadable', `${v} is null and ${cleanText(t, plan.nulls)} is not null`);
    }
    if (c.type.is === 'integer' || c.type.is === 'decimal') {
      const { min, max } = c.type;
      if (min !== undefined) bound(c.name, 'below', `${v} < ${min}`);
      if (max !== undefined) bound(c.name, 'above', `${v} > ${max}`);
    }
  }
  for (const c of kind.columns.filter((x) => x.required)) {
    const p = fed.find((f) => f.c === c);
    const v = typedName(c);
    const empty = p ? `${v} is null and ${cleanText(textName(c), plan.nulls)} is null` : `${v} is null`;
    const nameless = named.has(c.name)
      ? ` and ${cleanText(cell(plan.names.find((n) => n.column === c.name)?.index ?? 0), plan.nulls)} is null`
      : '';
    gates.push(`${v} is null`);
    blame(c.name, 'missing', empty + nameless);
  }
  for (const rule of kind.rules) {
    const condition = withValues(rule.brokenWhen, input.ruleValues);
    gates.push(`(${condition})`);
    blame(rule.column, `rule:${rule.name}`, condition);
  }
  function bound(column: string, code: string, when: string) {
    gates.push(`${when}`);
    blame(column, code, when);
  }
  const mistakes = `nullif(concat_ws(';', ${details.join(', ')}), '')`;
  const judged =
    gates.length === 0 ? 'null::varchar' : `case when ${gates.join(' or ')} then ${mistakes} end`;
  const drops = plan.drops.map(
    (d) =>
      `when ${among(`coalesce(${foldSql(cleanText(cell(d.index)))}, '')`, d.values)} then ${literal(DROPPED)}`,
  );
  return drops.length === 0 ? judged : `case ${drops.join(' ')} else ${judged} end`;
}

/** The names of parameters in a rule's condition are replaced by their values. */
function withValues(condition: string, values: RuleValues): string {
  return condition.replace(/\b[a-z_]+\b/g, (word) => values[word] ?? word);
}

function unpivoted(plan: LoadPlan, relation: string): string {
  const u = plan.unpivot;
  if (!u) return `select * from ${relation}`;
  const year = (own: number | null): string => {
    if (own !== null) return literal(String(own));
    if (!u.year) return `'????'`;
    return u.year.from === 'constant'
      ? literal(String(u.year.year))
      : `regexp_extract(${cell(u.year.index)}, '[0-9]{4}')`;
  };
  const months = u.months.map(
    (m) =>
      `{'m': ${year(m.year)} || ${literal(`-${String(m.month).padStart(2, '0')}`)}, 'v': ${cell(m.index)}}`,
  );
  return `select * exclude (_u), _u.m as _month, _u.v as _value
    from (select *, unnest([${months.join(', ')}]) as _u from ${relation}) where ${cleanText('_u.v')} is not null`;
}
