/** From a row's raw cells to the text of one of our columns, as a plan's column says. */
import type { Column } from '../../kind';
import type { PlanColumn, PlanSource } from '../../recognise/plan';
import { productSql } from './number';
import { among, bind, literal, lookup } from './quote';
import { cleanText, foldSql, ownerCell, ownerName, partOf } from './text';

/** The raw cell of a position in the header. */
export const cell = (index: number): string => `c${index}`;

/** SQL of the text (or, of a product, the number) of a source. `position` is a window over the whole file. */
function sourceSql(s: PlanSource, column: Column, plan: PlanColumn): string {
  switch (s.from) {
    case 'constant':
      return literal(s.value);
    case 'product': {
      if (column.type.is !== 'decimal') throw new Error(`${column.name} cannot be a product`);
      const decimalComma = plan.decimalComma === true;
      return `cast(${productSql(cell(s.a), cell(s.b), column.type.scale, decimalComma)} as varchar)`;
    }
    case 'position': {
      const within = s.within.map((i) => cell(i)).join(', ');
      return `cast(row_number() over (${within ? `partition by ${within} ` : ''}order by _n) as varchar)`;
    }
    case 'unpivot':
      return s.what === 'month' ? '_month' : '_value';
    default:
      return cell(s.index);
  }
}

const isPlain = (p: PlanColumn): boolean =>
  p.sources.length === 1 &&
  p.values === undefined &&
  p.part === undefined &&
  !p.asInteger &&
  p.ifEmpty === undefined &&
  p.prefix === undefined &&
  p.suffix === undefined;

/** A plain column is handed on untouched; its type's strict reading is all that most rows need. */
export function pickedSql(column: Column, plan: PlanColumn, nulls: readonly string[]): string {
  const raw = plan.sources.map((s) => sourceSql(s, column, plan));
  if (isPlain(plan)) {
    const x = raw[0] ?? 'null::varchar';
    return plan.owner ? ownerCell(x, nulls) : x;
  }
  const cleaned = raw.map((x) => cleanText(x, nulls));
  let x = cleaned.length === 1 ? (cleaned[0] ?? 'null') : `coalesce(${cleaned.join(', ')})`;
  if (plan.part) x = partOf(x, plan.part);
  if (plan.owner) x = ownerName(x);
  if (plan.asInteger)
    x = `case when ends_with(${x}, '0') then regexp_replace(${x}, '^(-?[0-9]+)[.]0+$', '\\1') else ${x} end`;
  if (plan.values) {
    const values = Object.entries(plan.values);
    x = bind(x, (y) =>
      bind(
        foldSql(y),
        (f) =>
          `case when ${among(
            f,
            values.map(([theirs]) => theirs),
          )} then nullif(${lookup(f, values)}, '') else ${y} end`,
      ),
    );
  }
  if (plan.ifEmpty !== undefined) x = `coalesce(${x}, ${literal(plan.ifEmpty)})`;
  if (plan.prefix !== undefined) x = `${literal(plan.prefix)} || ${x}`;
  if (plan.suffix !== undefined) x = `(${x}) || ${literal(plan.suffix)}`;
  return x;
}
