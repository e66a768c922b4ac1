/** Times the choice of tiers under quotas for 5,000 customers of 20 departments that buy 30 products. */
import { placesOf } from '@/lib/rules/quota';
import { excessOf, type SolverCustomer, type SolverProblem } from '@/lib/rules/solver';
import { type LimitedTier, limitedTiers } from '@/lib/rules/tiers';
import { solveTiers } from '@/lib/solve/tiers';

const CUSTOMERS = Number(process.env.BENCH_CUSTOMERS ?? 5_000);
const DEPARTMENTS = 20;
const PRODUCTS = 30;
const LIMITS: Record<LimitedTier, string> = { vip: '0.15', preferred: '0.3' };

/** The same numbers every time. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A company in which many departments and products are over: the hard case. */
function company(fewest: boolean): SolverProblem {
  const chance = chances(7);
  const customers = Array.from({ length: CUSTOMERS }, (_, i): SolverCustomer => {
    const [luck, problem, rise] = [chance(100), chance(10) === 0, chance(4) === 0];
    const tier = luck < 18 ? 'vip' : luck < 50 ? 'preferred' : null;
    const floor = problem ? (tier === 'vip' ? 'preferred' : null) : tier;
    const below = limitedTiers.filter((t) => (floor === 'vip' ? true : floor === 'preferred' && t === floor));
    return {
      customer_id: `C${String(i).padStart(5, '0')}`,
      department: `销售${chance(DEPARTMENTS)}部`,
      tier,
      floor,
      allowed: [...(rise && !problem ? limitedTiers : below), null],
      value: 1 + chance(10_000),
      products: [...new Set(Array.from({ length: 1 + chance(4) }, () => `产品${chance(PRODUCTS)}`))].sort(),
    };
  });
  const groups = (of: (c: SolverCustomer) => readonly (string | null)[]) => {
    const bases = new Map<string | null, number>();
    for (const c of customers) for (const g of of(c)) bases.set(g, (bases.get(g) ?? 0) + 1);
    return [...bases].flatMap(([group, base]) =>
      limitedTiers.map((tier) => ({ group, tier, places: placesOf(base, LIMITS[tier]) })),
    );
  };
  return {
    customers,
    departments: groups((c) => [c.department]),
    products: groups((c) => c.products),
    weights: { vip: 200, preferred: 100 },
    wish: 200_000,
    fewest,
  };
}

export async function benchSolver(): Promise<void> {
  for (const fewest of [true, false]) {
    const problem = company(fewest);
    const start = performance.now();
    let words = 0;
    let first = 0;
    const best = fewest ? 2 : 1;
    const found = await solveTiers(problem, {
      seconds: 30,
      alternatives: 3,
      onProgress: ({ step }) => {
        words += 1;
        if (step > best && first === 0) first = (performance.now() - start) / 1000;
      },
    });
    const seconds = (performance.now() - start) / 1000;
    console.log(
      `${CUSTOMERS} customers, ${fewest ? 'holders keep their places' : 'worth alone'}: ${first.toFixed(1)} s for the best, ${seconds.toFixed(1)} s with ${found.length - 1} more, ${words} words of progress`,
    );
    for (const { worth, demotions, proven, gap, to } of found) {
      const told = proven ? 'proven' : `gap ${gap === null ? '?' : (gap * 100).toFixed(3)} %`;
      console.log(
        `  worth ${worth}, ${demotions} fall beyond what is due, ${excessOf(problem, to)} over products, ${told}`,
      );
    }
  }
}
