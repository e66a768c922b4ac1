/** The choice of tiers as a mixed-integer program: plain arrays, as the solver's process takes them. */
import type { Assignment, SolverProblem } from '@/lib/rules/solver';
import { type LimitedTier, tierRank } from '@/lib/rules/tiers';

interface Row {
  lower: number | null;
  upper: number | null;
  columns: number[];
  values: number[];
}

export interface Program {
  maximise: boolean;
  costs: number[];
  /** Upper bounds; lower ones are 0. */
  uppers: (number | null)[];
  /** How many of the columns, from the first, are 0 or 1; the rest are excesses of products. */
  binaries: number;
  rows: Row[];
}

/** One 0/1 column for each customer and tier with a limit that it may have. */
export interface Columns {
  of: { customer: number; tier: LimitedTier }[];
  at: Map<string, number>;
}

const keyOf = (customer: number, tier: LimitedTier) => `${customer}/${tier}`;

export function columnsOf(problem: SolverProblem): Columns {
  const of: Columns['of'] = [];
  const at = new Map<string, number>();
  problem.customers.forEach((c, customer) => {
    for (const tier of c.allowed) {
      if (tier === null) continue;
      at.set(keyOf(customer, tier), of.length);
      of.push({ customer, tier });
    }
  });
  return { of, at };
}

/** A row `lower <= sum of columns <= upper`, each column once. */
const sum = (columns: number[], lower: number | null, upper: number | null): Row => ({
  lower,
  upper,
  columns,
  values: columns.map(() => 1),
});

/** One tier a customer; departments within their places; each product's excess in a column of its own. */
function constraints(problem: SolverProblem, { of, at }: Columns): { rows: Row[]; excesses: number } {
  const rows: Row[] = [];
  problem.customers.forEach((c, customer) => {
    const mine = c.allowed.flatMap((tier) => (tier === null ? [] : [at.get(keyOf(customer, tier)) ?? -1]));
    if (mine.length > 1) rows.push(sum(mine, null, 1));
  });
  const columnsBy = (wanted: (customer: number) => string | null | readonly string[]) => {
    const groups = new Map<string, number[]>();
    of.forEach(({ customer, tier }, column) => {
      const found = wanted(customer);
      for (const group of Array.isArray(found) ? found : [found]) {
        const key = JSON.stringify([group, tier]);
        const known = groups.get(key);
        if (known) known.push(column);
        else groups.set(key, [column]);
      }
    });
    return (group: string | null, tier: LimitedTier) => groups.get(JSON.stringify([group, tier])) ?? [];
  };
  const ofDepartment = columnsBy((i) => problem.customers[i]?.department ?? null);
  for (const { group, tier, places } of problem.departments) {
    const columns = ofDepartment(group, tier);
    if (columns.length > places) rows.push(sum(columns, null, Math.max(0, places)));
  }
  let excesses = 0;
  if (problem.wish > 0) {
    const ofProduct = columnsBy((i) => problem.customers[i]?.products ?? []);
    for (const { group, tier, places } of problem.products) {
      const columns = ofProduct(group ?? '', tier);
      if (columns.length <= Math.max(0, places)) continue;
      const row = sum(columns, null, Math.max(0, places));
      row.columns.push(of.length + excesses);
      row.values.push(-1);
      rows.push(row);
      excesses += 1;
    }
  }
  return { rows, excesses };
}

/** Columns that keep each customer from falling below its floor, and how many have one above nothing. */
function floors(problem: SolverProblem, { at }: Columns): { columns: number[]; holders: number } {
  const columns: number[] = [];
  let holders = 0;
  problem.customers.forEach((c, customer) => {
    if (c.floor === null) return;
    holders += 1;
    for (const tier of c.allowed) {
      if (tier !== null && tierRank(tier) >= tierRank(c.floor))
        columns.push(at.get(keyOf(customer, tier)) ?? -1);
    }
  });
  return { columns, holders };
}

/** As few as possible fall below their floor: as many as possible do not. */
export function fewestDemotions(problem: SolverProblem, columns: Columns): Program {
  const { rows, excesses } = constraints(problem, columns);
  const kept = new Set(floors(problem, columns).columns);
  return {
    maximise: true,
    costs: [...columns.of.map((_, i) => (kept.has(i) ? 1 : 0)), ...zeros(excesses)],
    uppers: [...columns.of.map(() => 1), ...nulls(excesses)],
    binaries: columns.of.length,
    rows,
  };
}

/**
 * The greatest worth.
 * @param demotions at most so many fall below their floor; null: as many as pays
 * @param not assignments that are known already: another one is asked for
 */
export function greatestWorth(
  problem: SolverProblem,
  columns: Columns,
  demotions: number | null,
  not: readonly Assignment[],
): Program {
  const { rows, excesses } = constraints(problem, columns);
  const { columns: kept, holders } = floors(problem, columns);
  if (demotions !== null && holders > 0) rows.push(sum(kept, holders - demotions, null));
  for (const known of not) {
    const chosen = columns.of.map(({ customer, tier }) => known[customer] === tier);
    rows.push({
      lower: 1 - chosen.filter(Boolean).length,
      upper: null,
      columns: chosen.map((_, i) => i),
      values: chosen.map((is) => (is ? -1 : 1)),
    });
  }
  // The solver's tolerances are absolute: the largest cost is brought to about a thousand.
  const costs = columns.of.map(
    ({ customer, tier }) => (problem.customers[customer]?.value ?? 0) * problem.weights[tier],
  );
  const scale =
    1000 /
    Math.max(
      1,
      ...[problem.wish],
      costs.reduce((most, c) => Math.max(most, c), 0),
    );
  return {
    maximise: true,
    costs: [...costs.map((c) => c * scale), ...zeros(excesses).map(() => -problem.wish * scale)],
    uppers: [...columns.of.map(() => 1), ...nulls(excesses)],
    binaries: columns.of.length,
    rows,
  };
}

const zeros = (n: number): number[] => new Array<number>(n).fill(0);
const nulls = (n: number): null[] => new Array<null>(n).fill(null);

/** The assignment that a solution of a program says. */
export function assignmentOf(
  problem: SolverProblem,
  { of }: Columns,
  solution: ArrayLike<number>,
): Assignment {
  const to: (LimitedTier | null)[] = problem.customers.map(() => null);
  of.forEach(({ customer, tier }, column) => {
    if ((solution[column] ?? 0) > 0.5) to[customer] = tier;
  });
  return to;
}
