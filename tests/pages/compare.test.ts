import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { comparedDay, reachedDay } from '@/app/_lib/compare';
import type { PageContext } from '@/app/_lib/context';
import type { SearchParams } from '@/app/_lib/url';
import { idleModel, splits } from '@/app/idle/_model';
import { datedFindings, keyOf, ownershipModel } from '@/app/ownership/_model';
import { pipelineModel } from '@/app/pipeline/_model';
import { ownershipFindings } from '@/lib/reports/ownership_findings';
import { rowsOf } from '@/lib/reports/run';
import { PolicyBook } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { contextOf } from '../reports/funnel_support';
import { asOf, customer, sale, visit } from '../reports/idle_support';
import {
  emptyWarehouse,
  goldenDir,
  goldenMissing,
  loadCanonical,
  type SmallTables,
  smallWarehouse,
} from '../support/golden';

const pageOf = (w: Warehouse): PageContext => ({
  ...contextOf(w),
  today: asOf,
  defaultAsOf: asOf,
  data: { through: asOf, days: 0, loadedAt: null, stale: false },
});

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});
async function small(tables: SmallTables): Promise<PageContext> {
  const w = await smallWarehouse(tables);
  opened.push(w);
  return pageOf(w);
}

describe('the day beside the one of a page', () => {
  it('is the same one a month before, a year before, or none', () => {
    expect(comparedDay({}, '2026-11-20')).toEqual({ kind: 'month', day: '2026-10-20' });
    expect(comparedDay({ compare: 'year' }, '2026-11-20')).toEqual({ kind: 'year', day: '2025-11-20' });
    expect(comparedDay({ compare: 'none' }, '2026-11-20')).toEqual({ kind: 'none', day: null });
  });
  it('is the last day of a month that is shorter', () => {
    expect(comparedDay({}, '2026-03-31').day).toBe('2026-02-28');
    expect(comparedDay({ compare: 'year' }, '2028-02-29').day).toBe('2027-02-28');
    expect(comparedDay({}, '2026-01-15').day).toBe('2025-12-15');
  });
  it('another value of the parameter is refused by its name', () => {
    expect(() => comparedDay({ compare: 'week' }, '2026-11-20')).toThrow('Parameter "compare"');
  });
});

describe('a day before the data begins', () => {
  const tables = {
    customers: [customer('C1', { collected_on: '2024-12-30' })],
    ledger: [sale('L1', '2025-06-01')],
    visits: [visit('V1', '2026-08-01 09:00:00')],
  };
  it('is not compared with; the source that begins last is named', async () => {
    const ctx = await small(tables);
    const reached = (search: SearchParams) => reachedDay(ctx, search, asOf, ['visits', 'ledger']);
    expect(await reached({})).toEqual({
      kind: 'month',
      day: '2026-07-31',
      reached: null,
      begins: { source: 'visits', first_on: '2026-08-01' },
    });
    // On its first day there is something.
    expect((await reachedDay(ctx, {}, '2026-09-01', ['visits', 'ledger'])).reached).toBe('2026-08-01');
    // What was never loaded says the same of every day.
    expect((await reachedDay(ctx, {}, asOf, ['ledger', 'opportunities'])).reached).toBe('2026-07-31');
    expect((await reachedDay(ctx, { compare: 'year' }, asOf, ['register'])).reached).toBe('2025-08-31');
    expect((await reachedDay(ctx, { compare: 'year' }, '2025-12-01', ['register'])).begins).toEqual({
      source: 'register',
      first_on: '2024-12-30',
    });
  });
  it('makes no zeros of the idle', async () => {
    const ctx = await small(tables);
    const model = await idleModel(ctx, {});
    expect([model.n, model.before, model.compare.begins?.source]).toEqual([1, null, 'visits']);
    expect(model.groups.region.map((g) => g.before)).toEqual([undefined]);
    const none = await idleModel(ctx, { compare: 'none' });
    expect([none.n, none.before, none.compare.begins]).toEqual([1, null, null]);
  });
});

it('a region in which nobody is idle any longer keeps its line, with nobody', async () => {
  const ctx = await small({
    customers: [customer('C1'), customer('C2', { region: '苏北' })],
    visits: [
      visit('V1', '2026-05-01 10:00:00'),
      visit('V2', '2026-05-01 10:00:00', { customer_id: 'C2' }),
      visit('V3', '2026-08-20 10:00:00', { customer_id: 'C2' }),
    ],
  });
  const { groups } = await idleModel(ctx, {});
  expect(groups.region).toEqual([
    { value: '苏南', count: 1, stake: '0.00', before: { count: 1, stake: '0.00' } },
    { value: '苏北', count: 0, stake: '0.00', before: { count: 1, stake: '0.00' } },
  ]);
});

describe('what was late is compared, what has no date is not', () => {
  const late = { collected_on: '2026-07-01', entered_on: '2026-07-20', assigned_on: '2026-07-20' };
  it('owners: only how much is there since', async () => {
    const ctx = await small({
      customers: [
        customer('C1', { ...late, owner: null, assigned_on: null }),
        customer('C2', { collected_on: '2026-08-01', entered_on: '2026-08-20', owner: null }),
        customer('C3', { ...late, tax_no: '91320000000000000X' }),
        customer('C4', { entered_on: '2026-08-10', owner: '李', tax_no: '91320000000000000X' }),
      ],
      visits: [visit('V0', '2025-01-01 10:00:00', { customer_id: 'C9' })],
    });
    const { counts, before, compare } = await ownershipModel(ctx, {});
    expect(compare.reached).toBe('2026-07-31');
    expect([counts.unowned, before?.fresh.unowned]).toEqual([2, 1]);
    expect([counts.conflict, before?.fresh.conflict]).toEqual([1, 1]);
    expect([counts.late_entry, before?.counts.late_entry]).toEqual([3, 2]);
    // C3, assigned on 20 July to somebody who never called: late from 28 July on.
    expect([counts.late_first_contact, before?.fresh.late_first_contact]).toEqual([1, 0]);
  });
  it('contacts that are loaded only from a later day on tell nothing of who was contacted late', async () => {
    const ctx = await small({
      customers: [customer('C1', { ...late, assigned_on: '2026-08-05' })],
      visits: [visit('V0', '2026-08-01 10:00:00', { customer_id: 'C9' })],
    });
    const { counts, before } = await ownershipModel(ctx, {});
    expect([counts.late_first_contact, before?.fresh.late_first_contact]).toEqual([1, null]);
    expect(before?.counts.late_entry).toBe(1);
    expect((await ownershipModel(ctx, { compare: 'none' })).before).toBeNull();
    expect((await ownershipModel(ctx, { compare: 'year' })).compare.begins).toEqual({
      source: 'register',
      first_on: '2026-07-01',
    });
  });
});

it('a deadline that was another one on the earlier day is the one it is judged by', async () => {
  const w = await smallWarehouse({
    // Entered six working days after it was collected.
    customers: [customer('C1', { collected_on: '2026-07-06', entered_on: '2026-07-14' })],
  });
  opened.push(w);
  const longer = {
    parameter: 'registration.enter_within',
    from: '2026-08-15',
    value: 20,
    setBy: 'a test',
    setAt: '2026-08-15T00:00:00Z',
    why: 'a test',
  } as const;
  const { counts, before } = await ownershipModel({ ...pageOf(w), policy: new PolicyBook([longer]) }, {});
  expect([counts.late_entry, before?.counts.late_entry]).toEqual([0, 1]);
});

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  let ctx: PageContext;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
    ctx = pageOf(w);
  });
  afterAll(() => w.close());

  const questions: SearchParams[] = [
    {},
    { compare: 'year' },
    { reason: 'trade' },
    { reason: ['visit', 'rhythm'], grade: 'B', compare: 'year' },
    { tier: 'vip' },
    { as_of: '2026-05-31', compare: 'year' },
  ];

  it.each(questions)('the idle compared with are those of the page at that day: %j', async (search) => {
    const model = await idleModel(ctx, search);
    const { before, compare, n, stake } = model;
    expect(compare.reached).not.toBeNull();
    const then = await idleModel(ctx, { ...search, as_of: compare.reached ?? '' });
    expect([before?.count, before?.stake]).toEqual([then.n, then.stake]);
    for (const split of splits) {
      const held = new Map(then.groups[split].map((g) => [g.value, [g.count, g.stake]]));
      for (const g of model.groups[split])
        expect([split, g.value, g.before?.count, g.before?.stake]).toEqual([
          split,
          g.value,
          ...(held.get(g.value) ?? [0, '0.00']),
        ]);
    }
    const { became, still, recovered } = before ?? {};
    expect((became?.count ?? 0) + (still?.count ?? 0)).toBe(n);
    expect((recovered?.count ?? 0) + (still?.count ?? 0)).toBe(then.n);
    expect(Number(became?.stake) + Number(still?.stake)).toBeCloseTo(Number(stake), 2);
  });

  it('of any group the page at that day, filtered by it, has the same number', async () => {
    const model = await idleModel(ctx, {});
    for (const split of splits) {
      for (const g of model.groups[split].slice(0, 3)) {
        if (g.value === null) continue;
        const page = await idleModel(ctx, { as_of: model.compare.reached ?? '', [split]: g.value });
        expect([split, g.value, page.n, page.stake]).toEqual([
          split,
          g.value,
          g.before?.count,
          g.before?.stake,
        ]);
      }
    }
  });

  it('what was late on the day compared with is what the page of that day counts', async () => {
    for (const search of [{}, { compare: 'year' }, { region: '四川' }, { grade: 'B', view: 'late_entry' }]) {
      const model = await ownershipModel(ctx, search);
      const then = await ownershipModel(ctx, { ...search, as_of: model.compare.reached ?? '' });
      for (const f of datedFindings) expect([f, model.before?.counts[f]]).toEqual([f, then.counts[f]]);
    }
  });

  it('the findings of an earlier day stand among those of a later one, each from its first day on', async () => {
    const on = async (as_of: string) => rowsOf(ownershipFindings, ctx, { as_of });
    const keys = (rows: Awaited<ReturnType<typeof on>>) => rows.map(keyOf).sort();
    const later = await on(asOf);
    let told = 0;
    for (const day of ['2026-08-30', '2026-07-31', '2026-02-28', '2025-08-31', '2025-01-01']) {
      const known = later.filter((f) => f.found_from === null || f.found_from <= day);
      expect([day, keys(known)]).toEqual([day, keys(await on(day))]);
      told += later.length - known.length;
    }
    expect(told).toBeGreaterThan(0);
  });

  it('a tier and a product are those of the earlier day', async () => {
    for (const search of [{ tier: 'vip' }, { tier: 'qualified', compare: 'year' }]) {
      const model = await ownershipModel(ctx, search);
      const then = await ownershipModel(ctx, { ...search, as_of: model.compare.reached ?? '' });
      for (const f of datedFindings) expect([f, model.before?.counts[f]]).toEqual([f, then.counts[f]]);
    }
  });

  it('the open pipeline compares by the same word of the address', async () => {
    const model = await pipelineModel(ctx, { compare: 'year' });
    const then = await pipelineModel(ctx, { as_of: model.compare.day ?? '' });
    expect([model.compare.day, model.before?.open]).toEqual(['2025-08-31', then.whole.open]);
  });
});
