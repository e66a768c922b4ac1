import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  customerFile,
  customerLedger,
  customerProducts,
  customerScores,
  customerTimeline,
} from '@/lib/reports/customer_file';
import { customerList } from '@/lib/reports/customer_list';
import { buildModel } from '@/lib/warehouse/model';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { type SmallTables, smallWarehouse } from '../support/golden';
import { contextOf, rowsFor, viewerOf } from './quota_support';

const D = '2026-06-15';
const one = { as_of: D, customer_id: 'C1' };
const entry = (entry_id: string, customer_id: string, date: string, kind: string, amount: number) => ({
  entry_id,
  customer_id,
  date,
  kind,
  amount,
  product: kind === 'sale' || kind === 'return' ? '轮椅' : null,
});

const tables: SmallTables = {
  customers: [
    { customer_id: 'C1', name: '安康医院', department: '一部', tier: 'qualified', admitted_on: '2024-01-01' },
    { customer_id: 'C2', name: '安泰医院', department: '一部', admitted_on: '2024-01-01' },
    { customer_id: 'AB3', name: '康复中心', department: '二部', admitted_on: '2024-01-01' },
  ],
  ledger: [
    entry('E1', 'C1', '2025-03-01', 'opening', 50),
    entry('E2', 'C1', '2025-06-15', 'sale', 100),
    entry('E3', 'C1', '2025-06-16', 'sale', 900),
    entry('E4', 'C1', '2026-05-10', 'payment', 300),
    entry('E5', 'C1', '2026-06-15', 'sale', 150),
    entry('E6', 'C1', '2026-06-16', 'sale', 7000),
    entry('E7', 'C2', '2026-06-01', 'sale', 150),
    entry('E8', 'AB3', '2026-06-15', 'sale', 151),
    entry('E9', 'AB3', '2026-06-16', 'return', 151),
  ],
  visits: [
    {
      visit_id: 'V1',
      customer_id: 'C1',
      salesperson: '张三',
      method: 'phone',
      visited_at: '2026-06-15 09:00:00',
    },
    {
      visit_id: 'V2',
      customer_id: 'C1',
      salesperson: '张三',
      method: 'phone',
      visited_at: '2026-06-16 09:00:00',
    },
  ],
  opportunities: [
    {
      opportunity_id: 'O1',
      customer_id: 'C1',
      stage: 'signed',
      created_on: '2026-05-01',
      closed_on: '2026-06-16',
      expected_amount: 10,
      signed_amount: 20,
    },
  ],
  tier_history: [
    { customer_id: 'C1', tier: 'vip', effective_on: D },
    { customer_id: 'C1', tier: 'preferred', effective_on: '2026-06-16' },
  ],
  blacklist: [{ customer_id: 'C1', scope: 'company', listed_on: '2025-01-01', removed_on: D }],
};

describe('one customer', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse(tables);
  });
  afterAll(() => w.close());

  it('has the tier of the day, and is off the blacklist on the day it was removed', async () => {
    const [file] = await rowsFor(customerFile, contextOf(w), one);
    expect(file).toMatchObject({ tier: 'vip', tier_since: D, listed: false });
    const [before] = await rowsFor(customerFile, contextOf(w), { ...one, as_of: '2026-06-14' });
    expect(before).toMatchObject({ tier: 'qualified', tier_since: null, listed: true });
  });
  it('is unknown to who may not see its department', async () => {
    const ctx = contextOf(w, [], viewerOf({ departments: ['二部'] }));
    expect(await rowsFor(customerFile, ctx, one)).toEqual([]);
    expect(await rowsFor(customerLedger, ctx, one)).toEqual([]);
    expect(await rowsFor(customerTimeline, ctx, one)).toEqual([]);
    expect((await rowsFor(customerList, ctx, {})).map((c) => c.customer_id)).toEqual(['AB3']);
  });
  it('has a running balance by month, and nothing of the day after', async () => {
    const months = await rowsFor(customerLedger, contextOf(w), one);
    expect(months.map((m) => `${m.period} ${m.net_sales} ${m.payments} ${m.balance}`)).toEqual([
      '2026-06 150.00 0.00 900.00',
      '2026-05 0.00 300.00 750.00',
      '2025-06 1000.00 0.00 1050.00',
      '2025-03 0.00 0.00 50.00',
    ]);
  });
  it('grows against the same days of the year before', async () => {
    const [june] = await rowsFor(customerLedger, contextOf(w), one);
    // 150 against 100 up to 15 June; the 900 of the day after are not compared with.
    expect(june).toMatchObject({ net_sales_before: '100.00', growth: 0.5 });
    const [year, last] = await rowsFor(customerLedger, contextOf(w), { ...one, by: 'year' });
    expect(year).toMatchObject({ period: '2026', net_sales: '150.00', net_sales_before: '100.00' });
    expect(last).toMatchObject({ period: '2025', growth: null });
  });
  it('has its rank of the year among all customers, equal sales sharing the better one', async () => {
    const ranks = async (as_of: string) =>
      (await rowsFor(customerLedger, contextOf(w), { as_of, customer_id: 'C1', by: 'year' })).map(
        (y) => `${y.period} ${y.place}/${y.of_all}`,
      );
    expect(await ranks(D)).toEqual(['2026 2/3', '2025 1/1']);
    expect(await ranks('2026-06-16')).toEqual(['2026 1/3', '2025 1/1']);
  });
  it('tells its products of 12 months and the 12 before', async () => {
    const products = await rowsFor(customerProducts, contextOf(w), one);
    expect(products).toEqual([
      { product: '轮椅', net_sales: '1050.00', net_sales_before: '100.00', last_sale_on: D, growth: 9.5 },
    ]);
  });
  it('tells what happened up to the day; what is signed later is still open', async () => {
    const events = await rowsFor(customerTimeline, contextOf(w), one);
    expect(events.map((e) => `${e.date} ${e.event} ${e.code}${e.open ? ' open' : ''}`)).toEqual([
      '2026-06-15 contact phone',
      '2026-06-15 tier vip',
      '2026-05-01 opportunity identified open',
      '2025-01-01 blacklist company',
    ]);
    const later = await rowsFor(customerTimeline, contextOf(w), { ...one, as_of: '2026-06-16' });
    expect(later.find((e) => e.code === 'signed')).toMatchObject({ amount: '20.00', open: false });
  });
  it('tells a grade where an import changed it, with what it was before (G-01)', async () => {
    const graded = await smallWarehouse({
      customers: [{ customer_id: 'C1', name: '安康医院', department: '一部', admitted_on: '2024-01-01' }],
    });
    await graded.write(async (c) => {
      for (const [id, grade] of [
        [2, 'B'],
        [3, 'B'],
        [4, 'A'],
      ] as const) {
        await c.run(
          `insert into loads.imports (import_id, finished_at, state) values (${id}, '2026-06-0${id}', 'done')`,
        );
        await c.run(
          `insert into history.customers (customer_id, name, grade, _import_id, _file_id, _line, _superseded_by)
           values ('C1', '安康医院', '${grade}', ${id}, 1, 2, 9)`,
        );
      }
      await buildModel(c);
    });
    const grades = async (as_of: string) =>
      (await rowsFor(customerTimeline, contextOf(graded), { as_of, customer_id: 'C1' })).flatMap((e) =>
        e.event === 'grade' ? [`${e.date} ${e.code} ${e.detail}`] : [],
      );
    expect(await grades('2026-06-04')).toEqual(['2026-06-04 A B → A', '2026-06-02 B — → B']);
    expect(await grades('2026-06-03')).toEqual(['2026-06-02 B — → B']);
    graded.close();
  });
  it('has a score for each half-year in which it was in the base', async () => {
    const scores = await rowsFor(customerScores, contextOf(w), one);
    // Blacklisted at the ends of 2025; admitted since 2024.
    expect(scores.map((s) => s.period)).toEqual(['2024H1', '2024H2']);
  });
  it('is found by a part of its name or number, those that begin with it first', async () => {
    const found = async (find: string) =>
      (await rowsFor(customerList, contextOf(w), { find })).map((c) => c.customer_id);
    expect(await found('安')).toEqual(['C1', 'C2']);
    expect(await found('康')).toEqual(['AB3', 'C1']);
    expect(await found('c2')).toEqual(['C2']);
    expect(await found('ab')).toEqual(['AB3']);
    expect(await found('%')).toEqual([]);
  });
});
