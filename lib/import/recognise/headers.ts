/** Which headers belong to which columns of which kinds, folded once from the declarations. */
import type { Column, Kind } from '../kind';
import { kinds as allKinds } from '../kinds';
import { foldHeader } from './fold';

/** A header's claim on a column. */
export interface Claim {
  column: Column;
  /** 0 canonical name, 1 Chinese header, 2 … aliases in their order; lower is better. */
  rank: number;
  /** Only when the values prove it. */
  byValue: boolean;
}

/**
 * Headers that win over the plain one when both are there: an amount with tax, the business date, a mobile
 * number before a landline.
 */
const preferred: Readonly<Record<string, readonly string[]>> = {
  'ledger.amount': ['价税合计', '含税金额'],
  'ledger.date': ['业务日期', '单据日期'],
  'customers.phone': ['手机', '手机号码', '移动电话', '联系电话'],
};

/** Columns that take every header of theirs, the first one filled in wins. */
export const manySources: ReadonlySet<string> = new Set(['customers.phone']);

export interface KindHeaders {
  kind: Kind;
  /** Stem → claims, best first. */
  claims: ReadonlyMap<string, readonly Claim[]>;
}

function headersOf(kind: Kind): KindHeaders {
  const claims = new Map<string, Claim[]>();
  const add = (header: string, claim: Claim) => {
    const { stem } = foldHeader(header);
    const list = claims.get(stem) ?? [];
    if (!list.some((c) => c.column === claim.column)) list.push(claim);
    claims.set(stem, list);
  };
  for (const column of kind.columns) {
    const first = preferred[`${kind.name}.${column.name}`] ?? [];
    first.forEach((h, i) => {
      add(h, { column, rank: i - first.length, byValue: false });
    });
    [column.name, column.zh, ...column.aliases].forEach((h, i) => {
      add(h, { column, rank: i, byValue: false });
    });
    for (const h of column.aliasesByValue) add(h, { column, rank: 100, byValue: true });
  }
  for (const list of claims.values())
    list.sort((a, b) => Number(a.byValue) - Number(b.byValue) || a.rank - b.rank);
  return { kind, claims };
}

const cache = new WeakMap<Kind, KindHeaders>();

export function kindHeaders(kind: Kind): KindHeaders {
  let found = cache.get(kind);
  if (!found) {
    found = headersOf(kind);
    cache.set(kind, found);
  }
  return found;
}

/** How many of these kinds know a stem: one that many know says little about the kind. */
export function sharers(kinds: readonly Kind[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const kind of kinds)
    for (const stem of kindHeaders(kind).claims.keys()) count.set(stem, (count.get(stem) ?? 0) + 1);
  return count;
}

let known: ReadonlyMap<string, number> | undefined;

/** True when some kind knows this header: it helps to find the header row of a file. */
export function isKnownHeader(text: string): boolean {
  known ??= sharers(allKinds);
  return known.has(foldHeader(text).stem);
}
