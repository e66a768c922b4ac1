import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { review } from '@/lib/reports/review';
import { reviewEvidence } from '@/lib/reports/review-evidence';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf, ownValue, rowsFor, viewerOf } from './quota_support';

const customer = (customer_id: string, more: Record<string, string | null> = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  region: '东',
  owner: '张三',
  tier: 'qualified',
  admitted_on: '2025-01-01',
  ...more,
});
let n = 0;
const entry = (
  customer_id: string,
  kind: string,
  date: string,
  amount: number,
  due_on: string | null = null,
) => ({
  entry_id: `E${String(++n).padStart(3, '0')}`,
  customer_id,
  kind,
  date,
  amount,
  due_on,
});

const tables: SmallTables = {
  customers: [
    customer('A1'),
    customer('A2', { region: '西' }),
    customer('A3', { tier: 'vip' }),
    customer('A4', { tier: 'vip' }),
    customer('A5', { owner: '李四' }),
    customer('B1', { department: '二部' }),
    customer('R1', { kind: 'retail' }),
    customer('L1', { admitted_on: '2026-07-01' }),
  ],
  ledger: [
    // A1 and A2 sell the same: both have 3 of 5 below them. A1 pays a day late, A2 on the day, in part.
    entry('A1', 'sale', '2026-05-01', 500, '2026-05-31'),
    entry('A1', 'payment', '2026-06-01', 500),
    entry('A2', 'sale', '2026-05-01', 300, '2026-05-31'),
    entry('A2', 'sale', '2026-05-02', 200, '2026-06-29'),
    entry('A2', 'payment', '2026-05-31', 300),
    entry('A2', 'payment', '2026-07-01', 200),
    // A3: an old sale never paid; A4: due on the last day of the period, which is found late after it.
    entry('A3', 'sale', '2025-09-01', 10, '2025-10-15'),
    entry('A4', 'sale', '2026-06-01', 20, '2026-06-30'),
    entry('A4', 'return', '2026-06-02', 5),
    entry('B1', 'sale', '2026-03-01', 1000),
  ],
  incidents: [
    {
      incident_id: 'I1',
      customer_id: 'A5',
      kind: 'major_loss',
      occurred_on: '2025-12-20',
      found_on: '2026-01-01',
    },
    { incident_id: 'I2', customer_id: 'A5', kind: 'breach', occurred_on: '2026-07-01' },
  ],
};

describe('review', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse(tables);
  });
  afterAll(() => w.close());
  const rows = (given: Record<string, string | string[]> = {}, ctx = contextOf(w)) =>
    rowsFor(review, ctx, { period: '2026H1', ...given });
  const of = async (id: string, ctx = contextOf(w)) =>
    (await rows({}, ctx)).find((r) => r.customer_id === id);

  it('reviews the base of the period’s end, nobody else', async () => {
    expect((await rows()).map((r) => r.customer_id)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'B1']);
  });
  it('gives equal sales the equal percentile: 3 of 5 are smaller, 60.00', async () => {
    const all = await rows({ department: '一部' });
    expect(all.map((r) => [r.customer_id, r.net_sales, r.volume])).toEqual([
      ['A1', '500.00', '60.00'],
      ['A2', '500.00', '60.00'],
      ['A3', '0.00', '0.00'],
      ['A4', '15.00', '40.00'],
      ['A5', '0.00', '0.00'],
    ]);
  });
  it('rates only what was covered by its due date: late by one day is late', async () => {
    expect([(await of('A1'))?.receivables, (await of('A2'))?.receivables]).toEqual(['0.00', '60.00']);
  });
  it('counts a sale found late, one overdue however old, and an incident found in the period', async () => {
    const problems = (await rows()).map((r) => [r.customer_id, r.problems, r.found_on]);
    expect(problems).toEqual([
      ['A1', 1, '2026-06-01'],
      ['A2', 1, '2026-06-30'],
      ['A3', 1, '2025-10-16'],
      ['A4', 0, null],
      ['A5', 1, '2026-01-01'],
      ['B1', 0, null],
    ]);
  });
  it('demotes the VIP that owes, within 5 days of finding it, and watches the one that only sells little', async () => {
    expect(await of('A3')).toMatchObject({
      proposal: 'demote',
      proposed_tier: 'qualified',
      due_on: '2025-10-21',
    });
    expect(await of('A4')).toMatchObject({
      proposal: 'keep',
      proposed_tier: 'vip',
      flag: 'watch',
      due_on: null,
    });
  });
  it('proposes the blacklist after a major loss', async () => {
    expect((await rows()).filter((r) => r.blacklist_proposed).map((r) => r.customer_id)).toEqual(['A5']);
  });
  it('leaves the columns of the decision empty', async () => {
    expect(await of('A1')).toMatchObject({
      decision: null,
      decided_tier: null,
      decided_by: null,
      decided_on: null,
    });
  });
  it('forgives days of grace, where the company grants them, to what was late but not to what is overdue', async () => {
    const ctx = contextOf(w, [ownValue('receivables.grace_days', 1)]);
    expect([(await of('A1', ctx))?.problems, (await of('A2', ctx))?.problems]).toEqual([0, 1]);
  });
  it('holds a sale without a due date to the company’s term, where it sets one', async () => {
    const ctx = contextOf(w, [ownValue('receivables.default_term', 30)]);
    expect(await of('B1', ctx)).toMatchObject({ problems: 1, receivables: '0.00', found_on: '2026-04-01' });
  });
  it('looks back for a clean record as far as the company wants', async () => {
    const sales = [ownValue('tier.vip_min_sales', '0')];
    const ever = contextOf(w, [...sales, ownValue('review.clean_record', 'ever')]);
    const h2 = (ctx: ReturnType<typeof contextOf>) => rows({ period: '2026H2' }, ctx);
    const eligible = async (ctx: ReturnType<typeof contextOf>) =>
      (await h2(ctx)).find((r) => r.customer_id === 'A1')?.eligible;
    expect([await eligible(contextOf(w, sales)), await eligible(ever)]).toEqual(['vip', null]);
  });
  it('ranks over the whole department, whatever rows are asked for or seen', async () => {
    const only = async (given: Record<string, string>, ctx = contextOf(w)) =>
      (await rows(given, ctx)).map((r) => [r.customer_id, r.volume]);
    expect(await only({ region: '西' })).toEqual([['A2', '60.00']]);
    expect(await only({ owner: '李四' })).toEqual([['A5', '0.00']]);
    expect(await only({ tier: 'vip' })).toEqual([
      ['A3', '0.00'],
      ['A4', '40.00'],
    ]);
    expect(await only({}, contextOf(w, [], viewerOf({ regions: ['西'] })))).toEqual([['A2', '60.00']]);
    expect(await only({}, contextOf(w, [], viewerOf({ departments: ['二部'] })))).toEqual([['B1', '0.00']]);
  });

  it('opens into evidence: as many sales and incidents as there are problems, and the measures as fractions', async () => {
    for (const r of await rows()) {
      const evidence = await rowsFor(reviewEvidence, contextOf(w), {
        period: '2026H1',
        customer_id: r.customer_id,
      });
      const problems = evidence.filter((e) => e.part === 'sale' || e.part === 'incident');
      expect(problems.length).toBe(r.problems);
      expect(evidence.find((e) => e.item === 'score')?.value).toBe(r.score);
    }
    const a2 = await rowsFor(reviewEvidence, contextOf(w), { period: '2026H1', customer_id: 'A2' });
    expect(a2.map((e) => [e.part, e.item, e.numerator, e.denominator, e.value, e.days_late])).toEqual([
      ['measure', 'volume', '3', '5', '60.00', null],
      ['measure', 'receivables', '300.00', '500.00', '60.00', null],
      ['measure', 'reputation', '100.00', '100', '100.00', null],
      ['measure', 'loyalty', '1', '12', '8.33', null],
      ['measure', 'score', null, null, '57.08', null],
      ['sale', 'E004', null, null, null, 1],
      ['month', '2026-05', null, null, null, null],
    ]);
  });
  it('shows no evidence of a customer out of sight', async () => {
    const ctx = contextOf(w, [], viewerOf({ departments: ['二部'] }));
    expect(await rowsFor(reviewEvidence, ctx, { period: '2026H1', customer_id: 'A1' })).toEqual([]);
  });
});
