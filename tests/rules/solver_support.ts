/** Small random departments, and every choice tried one by one. */
import fc from 'fast-check';
import { type Assignment, demotionsOf, isFeasible, type SolverProblem, worthOf } from '@/lib/rules/solver';
import type { LimitedTier } from '@/lib/rules/tiers';

const tiers: (LimitedTier | null)[] = ['vip', 'preferred', null];

/** Up to 7 customers in up to 2 departments, with up to 2 products; values small, so that many are alike. */
export const smallProblems = fc
  .record({
    customers: fc.array(
      fc.record({
        department: fc.constantFrom('一部', '二部'),
        tier: fc.constantFrom(...tiers),
        floorDown: fc.nat(2),
        up: fc.boolean(),
        value: fc.integer({ min: 1, max: 6 }),
        products: fc.subarray(['甲', '乙']),
      }),
      { minLength: 1, maxLength: 7 },
    ),
    places: fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
    wish: fc.constantFrom(0, 100, 350),
    fewest: fc.boolean(),
  })
  .map(({ customers, places, wish, fewest }): SolverProblem => {
    const at = (i: number) => places[i] ?? 0;
    return {
      customers: customers.map(({ department, tier, floorDown, up, value, products }, i) => {
        const stands = tiers.indexOf(tier);
        const floor = Math.min(2, stands + (floorDown === 2 ? 1 : 0));
        const top = up && floor === stands ? 0 : floor;
        return {
          customer_id: `C${i}`,
          department,
          tier,
          floor: tiers[floor] ?? null,
          allowed: tiers.slice(top),
          value,
          products,
        };
      }),
      departments: [
        { group: '一部', tier: 'vip', places: at(0) },
        { group: '一部', tier: 'preferred', places: at(1) },
        { group: '二部', tier: 'vip', places: at(2) },
        { group: '二部', tier: 'preferred', places: at(3) },
      ],
      products: [
        { group: '甲', tier: 'vip', places: at(4) },
        { group: '甲', tier: 'preferred', places: at(5) },
        { group: '乙', tier: 'vip', places: at(6) - 1 },
        { group: '乙', tier: 'preferred', places: at(7) },
      ],
      weights: { vip: 200, preferred: 100 },
      wish,
      fewest,
    };
  });

/** The fewest demotions and the greatest worth, over every assignment that is allowed. */
export function bruteForce(problem: SolverProblem): { demotions: number; worth: number } {
  const found: { demotions: number; worth: number }[] = [];
  const to: (LimitedTier | null)[] = [];
  const consider = (assignment: Assignment) => {
    if (!isFeasible(problem, assignment)) return;
    const [demotions, worth] = [demotionsOf(problem, assignment), worthOf(problem, assignment)];
    const [best] = found;
    const fewer = problem.fewest && best ? demotions - best.demotions : 0;
    if (!best || fewer < 0 || (fewer === 0 && worth > best.worth)) found[0] = { demotions, worth };
  };
  const choose = (i: number): void => {
    const customer = problem.customers[i];
    if (!customer) {
      consider(to);
      return;
    }
    for (const tier of customer.allowed) {
      to[i] = tier;
      choose(i + 1);
    }
  };
  choose(0);
  const [best] = found;
  if (!best) throw new Error('no choice is allowed');
  return best;
}
