/** Regions against salespeople: where the customers of a list are, and what is at stake there. */
import { yuanOf } from '@/lib/rules/cents';

/** Customers of one region and one owner. */
export interface Placed {
  region: string | null;
  owner: string | null;
  count: number;
  /** Cents. */
  stake: number;
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

type Sums<K> = Map<K, { count: number; stake: number }>;

export function matrixOf(groups: readonly Placed[]): Matrix {
  const add = <K>(to: Sums<K>, key: K, { count, stake }: Placed) => {
    const so = to.get(key) ?? { count: 0, stake: 0 };
    to.set(key, { count: so.count + count, stake: so.stake + stake });
  };
  const regions: Sums<string | null> = new Map();
  const owners: Sums<string | null> = new Map();
  const cells: Sums<string> = new Map();
  for (const group of groups) {
    add(regions, group.region, group);
    add(owners, group.owner, group);
    add(cells, cellKey(group.region, group.owner), group);
  }
  const plain = (c: { count: number; stake: number }): MatrixCell => ({
    count: c.count,
    stake: yuanOf(c.stake),
  });
  const ordered = (all: typeof regions) =>
    [...all]
      .sort(
        ([a, x], [b, y]) =>
          Number(a === null) - Number(b === null) ||
          y.count - x.count ||
          y.stake - x.stake ||
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
