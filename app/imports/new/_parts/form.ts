/** The state of the form for reading a file by hand, and what of it differs from what was recognised. */
import type { FormColumn, FormModel } from '../_mapping';

export interface ColumnState {
  /** `h:` and a header, `c` a fixed text, `auto` as recognised, empty nothing. */
  from: string;
  constant: string;
  dateOrder: string;
  values: Record<string, string>;
}

export interface DropState {
  key: number;
  header: string;
  values: string;
}

export function startOfColumn(column: FormColumn): ColumnState {
  const { from } = column;
  const kept = { constant: '', dateOrder: column.dateOrder ?? '', values: column.values };
  if (from === null) return { ...kept, from: '' };
  if ('constant' in from) return { ...kept, from: 'c', constant: from.constant };
  const [first] = 'headers' in from ? from.headers : [];
  return {
    ...kept,
    from: first !== undefined && 'headers' in from && from.headers.length === 1 ? `h:${first}` : 'auto',
  };
}

export const startOf = (form: FormModel): Record<string, ColumnState> =>
  Object.fromEntries(form.columns.map((c) => [c.name, startOfColumn(c)]));

interface Edit {
  from?: { header: string } | { constant: string } | null;
  dateOrder?: string;
  values?: Record<string, string>;
}

export function changesOf(
  form: FormModel,
  state: Readonly<Record<string, ColumnState>>,
): Record<string, Edit> {
  const edits: Record<string, Edit> = {};
  for (const column of form.columns) {
    const now = state[column.name];
    const start = startOfColumn(column);
    if (!now) continue;
    const edit: Edit = {};
    if (now.from !== start.from || (now.from === 'c' && now.constant !== start.constant))
      edit.from =
        now.from === 'c'
          ? { constant: now.constant }
          : now.from === ''
            ? null
            : { header: now.from.slice(2) };
    if (now.dateOrder !== start.dateOrder && now.dateOrder !== '') edit.dateOrder = now.dateOrder;
    const named = Object.entries(now.values).filter(([theirs, ours]) => column.values[theirs] !== ours);
    if (named.length > 0) edit.values = Object.fromEntries(named);
    if (Object.keys(edit).length > 0) edits[column.name] = edit;
  }
  return edits;
}

/** `空` and `empty` stand for an empty cell. */
export const dropsOf = (drops: readonly DropState[]) =>
  drops
    .map((d) => ({
      header: d.header,
      values: d.values
        .split(/[,，、;；]/)
        .map((v) => v.trim())
        .filter((v) => v !== '')
        .map((v) => (v === '空' || v.toLowerCase() === 'empty' ? '' : v)),
    }))
    .filter((d) => d.header !== '' && d.values.length > 0);
