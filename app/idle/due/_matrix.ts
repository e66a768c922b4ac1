/** Regions against salespeople: where the customers of a list are, and what is at stake there. */
import Decimal from 'decimal.js';

interface Placed {
  region: string | null;
  owner: string | null;
  value_at_stake: string;
}

export interface MatrixCell {
  count: number;
  /** Yuan. */
  stake: string;
}

export interface Matrix {
  /** The most customers first, what has none last. */
  regions: { value: string | null; whole: MatrixCell }[];
  owners: { value: string | null; whole: MatrixCell }[];
  /** Salespeople beyond the columns shown: their customers are counted in `regions` all the same. */
  hiddenOwners: number;
  cells: ReadonlyMap<string, MatrixCell>;
  max: number;
}

/** As many columns as a laptop shows without scrolling. */
export const MATRIX_OWNERS = 20;

export const cellKey = (region: string | null, owner: string | null) => JSON.stringify([region, owner]);

export function matrixOf(rows: readonly Placed[]): Matrix {
  const add = <K>(to: Map<K, { count: number; stake: Decimal }>, key: K, row: Placed) => {
    const so = to.get(key) ?? { count: 0, stake: new Decimal(0) };
    to.set(key, { count: so.count + 1, stake: so.stake.plus(row.value_at_stake) });
  };
  const regions = new Map<string | null, { count: number; stake: Decimal }>();
  const owners: typeof regions = new Map();
  const cells = new Map<string, { count: number; stake: Decimal }>();
  for (const row of rows) {
    add(regions, row.region, row);
    add(owners, row.owner, row);
    add(cells, cellKey(row.region, row.owner), row);
  }
  const plain = (c: { count: number; stake: Decimal }): MatrixCell => ({
    count: c.count,
    stake: c.stake.toFixed(2),
  });
  const ordered = (all: typeof regions) =>
    [...all]
      .sort(
        ([a, x], [b, y]) =>
          Number(a === null) - Number(b === null) ||
          y.count - x.count ||
          y.stake.comparedTo(x.stake) ||
          ((a ?? '') < (b ?? '') ? -1 : 1),
      )
      .map(([value, whole]) => ({ value, whole: plain(whole) }));
  const named = ordered(owners);
  const shown = named.filter((o) => o.value !== null).slice(0, MATRIX_OWNERS);
  const none = named.filter((o) => o.value === null);
  return {
    regions: ordered(regions),
    owners: [...byRegion(shown, regions, cells), ...none],
    hiddenOwners: named.length - shown.length - none.length,
    cells: new Map([...cells].map(([key, c]) => [key, plain(c)])),
    max: Math.max(0, ...[...cells.values()].map((c) => c.count)),
  };
}

/** Owners stand in the order of the regions in which they have most, so that neighbours share a region. */
function byRegion(
  owners: Matrix['owners'],
  regions: ReadonlyMap<string | null, { count: number }>,
  cells: ReadonlyMap<string, { count: number }>,
): Matrix['owners'] {
  const order = [...regions].sort(([, x], [, y]) => y.count - x.count).map(([region]) => region);
  const home = (owner: string | null) => {
    const counts = order.map((region) => cells.get(cellKey(region, owner))?.count ?? 0);
    return counts.indexOf(Math.max(...counts));
  };
  const places = new Map(owners.map((o) => [o.value, home(o.value)]));
  return [...owners].sort((a, b) => (places.get(a.value) ?? 0) - (places.get(b.value) ?? 0));
}
