import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inNumberOrder, type SolverCustomer, type SolverProblem, worthOf } from '@/lib/rules/solver';
import { Session, SolveStopped } from '@/lib/solve/session';
import { solveTiers } from '@/lib/solve/tiers';
import { bruteForce, smallProblems } from './solver_support';

const customer = (customer_id: string, more: Partial<SolverCustomer> = {}): SolverCustomer => ({
  customer_id,
  department: '一部',
  tier: null,
  floor: null,
  allowed: ['vip', 'preferred', null],
  value: 10,
  products: [],
  ...more,
});

const problem = (customers: SolverCustomer[], vip: number, preferred: number): SolverProblem => ({
  customers,
  departments: [
    { group: '一部', tier: 'vip', places: vip },
    { group: '一部', tier: 'preferred', places: preferred },
  ],
  products: [],
  weights: { vip: 200, preferred: 100 },
  wish: 0,
  fewest: true,
});

describe('the solver', () => {
  let session: Session;
  beforeAll(() => {
    session = new Session();
  });
  afterAll(() => session.close());
  const solve = (given: SolverProblem, alternatives = 0) =>
    solveTiers(given, { seconds: 20, alternatives, session });

  it('finds the same optimum as trying everything, on 500 small random departments', async () => {
    const problems = fc.sample(smallProblems, { numRuns: 500, seed: 20261122 });
    expect(problems).toHaveLength(500);
    for (const given of problems) {
      const [found] = await solve(given);
      const tried = bruteForce(given);
      expect({ worth: found?.worth, proven: found?.proven }).toEqual({ worth: tried.worth, proven: true });
      if (given.fewest) expect(found?.demotions).toBe(tried.demotions);
      expect(found && inNumberOrder(given, found.to)).toEqual(found?.to);
    }
  }, 60_000);

  it('gives the lower number the place, where two count alike', async () => {
    const [found] = await solve(problem([customer('C1'), customer('C2')], 1, 0));
    expect(found?.to).toEqual(['vip', null]);
  });

  it('lets the one of less value fall where a department is over, and nobody else', async () => {
    const vip = { tier: 'vip', floor: 'vip' } as const;
    const three = [customer('C1', { ...vip, value: 5 }), customer('C2', vip), customer('C3', { value: 90 })];
    const [found] = await solve(problem(three, 1, 1));
    // C3 is worth far more, but whoever holds a place keeps it as far as the quota lets it.
    expect(found).toMatchObject({ to: [null, 'vip', 'preferred'], demotions: 1 });
  });

  it('lets worth alone decide where holders need not keep their places', async () => {
    const vip = { tier: 'vip', floor: 'vip' } as const;
    const two = [customer('C1', { ...vip, value: 5 }), customer('C3', { value: 90 })];
    const [found] = await solve({ ...problem(two, 1, 0), fewest: false });
    expect(found).toMatchObject({ to: [null, 'vip'], demotions: 1 });
  });

  it('leaves a place of a product free where the wish weighs more than the customer', async () => {
    const one = [customer('C1', { products: ['轮椅'] })];
    const limits = [{ group: '轮椅', tier: 'vip', places: 0 } as const];
    const at = (wish: number) => ({ ...problem(one, 1, 0), products: limits, wish });
    // Ten at weight two are 2000: a wish of 1999 gives way, one of 2001 does not.
    expect((await solve(at(1999)))[0]?.to).toEqual(['vip']);
    expect((await solve(at(2001)))[0]?.to).toEqual([null]);
  });

  it('tells the next best ones, each different and none better than the one before', async () => {
    const three = [customer('C1', { value: 3 }), customer('C2', { value: 2 }), customer('C3', { value: 1 })];
    const given = problem(three, 1, 0);
    const found = await solve(given, 3);
    expect(found.map((s) => s.to)).toEqual([
      ['vip', null, null],
      [null, 'vip', null],
      [null, null, 'vip'],
      [null, null, null],
    ]);
    expect(found.map((s) => s.worth)).toEqual([600, 400, 200, 0]);
    expect(found.map((s) => worthOf(given, s.to))).toEqual(found.map((s) => s.worth));
  });

  it('has nothing to choose where nobody may hold a tier', async () => {
    const found = await solve(problem([customer('C1', { allowed: [null] })], 1, 1), 3);
    expect(found).toEqual([{ to: [null], worth: 0, demotions: 0, proven: true, gap: 0 }]);
  });

  it('says how far it is, step by step', async () => {
    const told: { step: number; steps: number }[] = [];
    const given = problem([customer('C1', { value: 2 }), customer('C2')], 1, 0);
    await solveTiers(given, {
      seconds: 20,
      alternatives: 1,
      onProgress: ({ step, steps }) => told.push({ step, steps }),
    });
    const all = told.at(-1)?.steps ?? 0;
    const steps = [...new Set(told.map((p) => p.step))];
    expect(steps).toEqual(Array.from({ length: all }, (_, i) => i + 1));
    expect(told.every((p) => p.steps === all)).toBe(true);
  });

  it('says that what time cut short is not proven, and how far it may be from the best', async () => {
    const hurried = {
      solve: async (...asked: Parameters<Session['solve']>) => ({
        ...(await session.solve(...asked)),
        proven: false,
        gap: 0.02,
      }),
    } as Session;
    const given = problem([customer('C1')], 1, 0);
    const [found] = await solveTiers(given, { seconds: 20, alternatives: 0, session: hurried });
    expect(found).toMatchObject({ to: ['vip'], proven: false, gap: 0.02 });
  });

  it('stops when it is told to', async () => {
    const own = new AbortController();
    const search = solveTiers(problem([customer('C1')], 1, 0), {
      seconds: 20,
      alternatives: 0,
      signal: own.signal,
    });
    own.abort();
    await expect(search).rejects.toBeInstanceOf(SolveStopped);
  });
});
