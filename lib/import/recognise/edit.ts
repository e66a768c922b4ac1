/** A plan put back into the words of a mapping, so that a person can go on from what was recognised. */
import { kindOf } from '../kinds';
import type { MappingOptions, MappingPart, MappingSource } from './mapping';
import type { LoadPlan, PlanColumn } from './plan';

/** The part of a mapping that reads a file as the plan does. */
export function partOfPlan(plan: LoadPlan, header: readonly string[]): MappingPart {
  const at = (i: number) => header[i] ?? '';
  const columns: Record<string, MappingSource> = {};
  const constants: Record<string, string> = {};
  const options: Record<string, MappingOptions> = {};
  const values: Record<string, Record<string, string>> = {};
  for (const p of plan.columns) {
    const source = sourceOf(p, at);
    if (source) columns[p.column] = source;
    const constant = p.sources.find((s) => s.from === 'constant');
    if (constant) constants[p.column] = constant.value;
    const o = optionsOf(p);
    if (Object.keys(o).length > 0) options[p.column] = o;
    if (p.values) values[p.column] = { ...p.values };
  }
  const { unpivot } = plan;
  return {
    kind: plan.kind,
    columns,
    options,
    constants,
    values,
    names: Object.fromEntries(plan.names.map((n) => [n.column, n.header])),
    dropWhere: plan.drops.map((d) => ({ header: d.header, values: [...d.values] })),
    nulls: [...plan.nulls],
    ...(unpivot
      ? {
          unpivotMonths: {
            value: unpivot.valueColumn,
            headers: unpivot.months.map((m) => m.header),
            ...(unpivot.year === null
              ? {}
              : {
                  year:
                    unpivot.year.from === 'constant' ? unpivot.year.year : { header: at(unpivot.year.index) },
                }),
          },
        }
      : {}),
  };
}

function sourceOf(p: PlanColumn, at: (i: number) => string): MappingSource | null {
  const headers = p.sources.flatMap((s) =>
    s.from === 'header' ? [s.header] : s.from === 'with_year' ? [at(s.index)] : [],
  );
  const [first] = headers;
  if (first !== undefined) return headers.length > 1 ? { headers } : { header: first };
  for (const s of p.sources) {
    if (s.from === 'product') return { product: [at(s.a), at(s.b)] };
    if (s.from === 'position') return { generated: 'position', within: s.within.map(at) };
  }
  return null;
}

function optionsOf(p: PlanColumn): MappingOptions {
  return {
    ...(p.dateOrder === undefined ? {} : { dateOrder: p.dateOrder }),
    ...(p.asInteger ? { asInteger: true } : {}),
    ...(p.decimalComma ? { decimalComma: true } : {}),
    ...(p.scale === undefined ? {} : { scale: p.scale }),
    ...(p.ifEmpty === undefined ? {} : { ifEmpty: p.ifEmpty }),
    ...(p.prefix === undefined ? {} : { prefix: p.prefix }),
    ...(p.suffix === undefined ? {} : { suffix: p.suffix }),
    ...(p.part === undefined ? {} : { part: p.part }),
    ...(p.owner ? { owner: true } : {}),
  };
}

/** What a person changes in a part by hand, column by column. */
export interface ColumnEdit {
  /** A header of the file, or a fixed text, or nothing; absent: as it was recognised. */
  from?: { header: string } | { constant: string } | null;
  dateOrder?: 'ymd' | 'mdy' | 'dmy';
  /** Their value → our code. */
  values?: Record<string, string>;
}

export interface PartEdit {
  columns: Record<string, ColumnEdit>;
  dropWhere: { header: string; values: string[] }[];
}

/**
 * Lays a person's changes over a part; what they did not touch stays.
 * @throws Error on a column that the kind has not
 */
export function editPart(part: MappingPart, edit: PartEdit): MappingPart {
  const kind = kindOf(part.kind);
  const next: MappingPart = {
    ...part,
    columns: { ...part.columns },
    constants: { ...part.constants },
    options: { ...part.options },
    values: { ...part.values },
    names: { ...part.names },
    dropWhere: edit.dropWhere.filter((d) => d.header !== '' && d.values.length > 0),
  };
  for (const [column, e] of Object.entries(edit.columns)) {
    if (!kind.columns.some((c) => c.name === column))
      throw new Error(`${kind.name} has no column "${column}".`);
    if (e.from !== undefined) {
      delete next.columns[column];
      delete next.constants[column];
      delete next.names[column];
      const { dateOrder, ...kept } = next.options[column] ?? {};
      // Scale, prefix and the like belonged to the header that was left.
      next.options[column] = e.from && 'header' in e.from ? {} : kept;
      if (dateOrder) next.options[column] = { ...next.options[column], dateOrder };
      if (e.from && 'header' in e.from) next.columns[column] = { header: e.from.header };
      else if (e.from) next.constants[column] = e.from.constant;
    }
    if (e.dateOrder) next.options[column] = { ...next.options[column], dateOrder: e.dateOrder };
    if (e.values) next.values[column] = { ...next.values[column], ...e.values };
    if (Object.keys(next.options[column] ?? {}).length === 0) delete next.options[column];
  }
  return next;
}
