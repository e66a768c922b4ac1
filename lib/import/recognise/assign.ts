/** Gives the headers of a file to the columns of one kind. */
import type { Column, Kind } from '../kind';
import { fitOf, repeats } from './fit';
import type { FoldedHeader } from './fold';
import { type Claim, kindHeaders, manySources } from './headers';

export interface Assigned {
  column: Column;
  /** Positions in the header, best first; several only where a column takes many. */
  from: number[];
  /** Share of values that fit; null = no evidence. */
  fit: number | null;
}

export interface Assignment {
  kind: Kind;
  assigned: Assigned[];
  /** Headers that lost their column to a better one. */
  beaten: { index: number; column: string }[];
}

interface Bid {
  index: number;
  claim: Claim;
  fit: number | null;
}

/** `values` are the values of each column of the file, in the order of `headers`. */
export function assign(
  kind: Kind,
  headers: readonly FoldedHeader[],
  values: readonly (readonly string[])[],
): Assignment {
  const { claims } = kindHeaders(kind);
  const bids = headers.flatMap((h, index) => {
    const own = (claims.get(h.stem) ?? []).flatMap((claim) => bid(claim, index, values[index] ?? []));
    // A claim whose values all fit goes before one that they contradict.
    return own.sort((a, b) => doubt(a) - doubt(b));
  });
  const taken = new Map<number, Column>();
  const won = new Map<Column, Bid[]>();
  for (const round of [0, 1]) {
    for (const column of kind.columns) {
      if (round === 1 && won.has(column)) continue;
      const mine = bids
        .filter(
          (b) => b.claim.column === column && !taken.has(b.index) && (round === 1 || isFirstChoice(b, bids)),
        )
        .sort((a, b) => a.claim.rank - b.claim.rank || a.index - b.index);
      const best = mine[0];
      if (!best) continue;
      const many = manySources.has(`${kind.name}.${column.name}`);
      won.set(column, many ? mine : [best]);
      for (const b of many ? mine : [best]) taken.set(b.index, column);
    }
  }
  const assigned = [...won].map(([column, list]) => ({
    column,
    from: list.map((b) => b.index),
    fit: list[0]?.fit ?? null,
  }));
  const beaten = bids.flatMap((b) =>
    taken.has(b.index) || !won.has(b.claim.column) ? [] : [{ index: b.index, column: b.claim.column.name }],
  );
  return { kind, assigned, beaten };
}

function bid(claim: Claim, index: number, values: readonly string[]): Bid[] {
  const fit = fitOf(claim.column.type, values);
  if (claim.byValue) {
    const proven = claim.column.type.is === 'text' ? repeats(values) : fit === 1;
    if (!proven) return [];
  }
  return [{ index, claim, fit }];
}

/** 0: the values prove it; 1: nothing speaks against it; 2: they contradict it. */
function doubt(b: Bid): number {
  if (b.fit !== null && b.fit < 0.5) return 2;
  return b.fit === 1 || (b.claim.byValue && b.claim.column.type.is === 'text') ? 0 : 1;
}

function isFirstChoice(b: Bid, bids: readonly Bid[]): boolean {
  return bids.find((other) => other.index === b.index) === b;
}
