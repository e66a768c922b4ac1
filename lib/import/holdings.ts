/** What is loaded already, kind by kind. */
import type { Warehouse } from '@/lib/warehouse/warehouse';
import type { Column, Kind } from './kind';
import { kinds } from './kinds';
import { literal, name } from './load/sql/quote';

export interface Holding {
  kind: string;
  zh: string;
  en: string;
  rows: number;
  /** Day or period of the earliest and latest row; null without rows, or for a register without dates. */
  first: string | null;
  last: string | null;
  /** The last import that brought or changed a row of the kind; null without rows. */
  importId: number | null;
}

/** The column that says when a row happened: the first that must be there, else the first there is. */
export function datingColumn(kind: Kind): Column | null {
  const dated = kind.columns.filter((c) => ['date', 'instant', 'period'].includes(c.type.is));
  return dated.find((c) => c.required) ?? dated[0] ?? null;
}

/** Every kind that can be loaded, in their order, with what is there. */
export async function holdings(db: Warehouse): Promise<Holding[]> {
  const selects = kinds.map((kind, i) => {
    const column = datingColumn(kind);
    const day = column && (column.type.is === 'instant' ? `${name(column.name)}::date` : name(column.name));
    return `select ${i}::integer as place, ${literal(kind.name)} as kind, count(*)::integer as rows,
      ${day ? `min(${day})::varchar` : 'null::varchar'} as first, ${day ? `max(${day})::varchar` : 'null::varchar'} as last,
      max(_import_id)::integer as import_id from raw.${kind.name}`;
  });
  const rows = await db.read(async (c) =>
    (await c.runAndReadAll(`${selects.join(' union all ')} order by place`)).getRowObjectsJson(),
  );
  return rows.map((r) => {
    const kind = kinds[Number(r.place)];
    if (!kind) throw new Error('The holdings name a kind that does not exist.');
    const text = (v: unknown) => (v === null || v === undefined ? null : String(v));
    return {
      kind: kind.name,
      zh: kind.zh,
      en: kind.en,
      rows: Number(r.rows),
      first: text(r.first),
      last: text(r.last),
      importId: r.import_id === null ? null : Number(r.import_id),
    };
  });
}
