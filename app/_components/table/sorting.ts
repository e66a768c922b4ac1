import type { SortingState } from '@tanstack/react-table';
import type { WordedColumn } from './columns';

/** `-value_at_stake,name`: columns in their order of weight, minus for descending. */
export function readOrder(text: string, known: readonly string[]): SortingState {
  return text
    .split(',')
    .map((part) => ({ id: part.replace(/^-/, ''), desc: part.startsWith('-') }))
    .filter(({ id }) => known.includes(id));
}

export const writeOrder = (order: SortingState): string =>
  order.map(({ id, desc }) => `${desc ? '-' : ''}${id}`).join(',');

const startsDown = new Set(['integer', 'money', 'points', 'decimal', 'number', 'rate']);

/** A click sorts by the column alone, or turns it; with Shift it joins the order or turns in its place. */
export function nextOrder(
  order: SortingState,
  id: string,
  add: boolean,
  columns: readonly WordedColumn[],
): SortingState {
  const column = columns.find((c) => c.id === id);
  const first = { id, desc: column !== undefined && startsDown.has(column.type) };
  const now = order.find((by) => by.id === id);
  const turned = now ? { id, desc: !now.desc } : first;
  if (!add) return [order.length === 1 || !now ? turned : first];
  return now ? order.map((by) => (by.id === id ? turned : by)) : [...order, first];
}
