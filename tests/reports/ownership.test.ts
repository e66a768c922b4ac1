import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ownerDecisionFile } from '@/lib/reports/owner_decisions';
import { ownership } from '@/lib/reports/ownership';
import { ownershipFindings } from '@/lib/reports/ownership_findings';
import { findings } from '@/lib/reports/ownership_found';
import { ownershipSellers } from '@/lib/reports/ownership_sellers';
import type { Scope } from '@/lib/reports/viewer';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { decideOwners, withdrawOwnerDecisions } from '@/lib/work/ownership';
import { openWorkStore } from '@/lib/work/store';
import {
  emptyWarehouse,
  fill,
  goldenDir,
  goldenMissing,
  loadCanonical,
  type SmallTables,
  smallWarehouse,
} from '../support/golden';
import { contextOf } from './funnel_support';

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

const asOf = '2026-10-31';
const customer = (customer_id: string, more: Record<string, string | null> = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  region: '苏南',
  owner: '张',
  entered_on: '2026-01-05',
  ...more,
});

async function ctxOf(tables: SmallTables, scope: Partial<Scope> = {}) {
  const w = await smallWarehouse(tables);
  opened.push(w);
  return contextOf(w, { scope });
}
const found = async (tables: SmallTables, given: Record<string, unknown> = {}) =>
  ownershipFindings.run(await ctxOf(tables), ownershipFindings.params.parse({ as_of: asOf, ...given }));

describe('customers without an owner (O-04)', () => {
  const customers = [
    customer('C1'),
    customer('C2'),
    customer('C3', { owner: '李' }),
    customer('C4', { owner: '王', region: '四川' }),
    customer('C5', { owner: null, entered_on: '2026-10-01' }),
    customer('C6', { owner: null, region: '安徽', entered_on: '2026-11-05' }),
  ];
  it('are proposed to the least loaded of the region, and listed from the day of their entry', async () => {
    const rows = await found({ customers });
    expect(rows.map((r) => [r.finding, r.customer_id, r.proposed_owner, r.days, r.to_decide])).toEqual([
      ['unowned', 'C5', '李', 30, true],
    ]);
  });
  it('without anybody in the region go to the department’s least loaded, in turn', async () => {
    const rows = await found({ customers }, { as_of: '2026-11-05' });
    // 李 has the customer before; 王 has one, and is first by name of those with one.
    expect(rows.map((r) => [r.customer_id, r.proposed_owner])).toEqual([
      ['C5', '李'],
      ['C6', '王'],
    ]);
  });
  it('who has left is proposed nothing', async () => {
    const salespeople = [
      { salesperson_id: 'S1', name: '李', role: 'salesperson', department: '一部', left_on: '2026-10-31' },
    ];
    expect((await found({ customers, salespeople }))[0]?.proposed_owner).toBe('张');
    const later = [{ ...salespeople[0], left_on: '2026-11-01' } as Record<string, string>];
    expect((await found({ customers, salespeople: later }))[0]?.proposed_owner).toBe('李');
  });
  it('ability counts from the tenth closed opportunity on', async () => {
    const opportunities = (n: number) =>
      Array.from({ length: n + 10 }, (_, i) => ({
        opportunity_id: `O${i}`,
        customer_id: i < n ? 'C3' : 'C1',
        salesperson: i < n ? '李' : '张',
        stage: i < n ? 'lost' : 'signed',
        created_on: '2026-01-01',
        closed_on: '2026-03-01',
      }));
    // 李 lost them all: with 9 that says nothing yet, with 10 nothing is proposed to 李.
    expect((await found({ customers, opportunities: opportunities(9) }))[0]?.proposed_owner).toBe('李');
    expect((await found({ customers, opportunities: opportunities(10) }))[0]?.proposed_owner).toBe('张');
  });
});

describe('conflicts (O-02)', () => {
  const pair = (more: Record<string, string | null>, other: Record<string, string | null>) => [
    customer('C1', { ...more, entered_on: '2026-03-01' }),
    customer('C2', { ...other, owner: '李', entered_on: '2026-02-01' }),
  ];
  const conflict = async (more: Record<string, string | null>, other = more) =>
    (await found({ customers: pair(more, other) })).map((r) => [
      r.customer_id,
      r.other_customer_id,
      r.marks,
      r.proposed_owner,
    ]);
  it('the record entered first owns, by tax number, name or phone', async () => {
    expect(await conflict({ tax_no: '91320000MA001' }, { tax_no: '91320000ma 001' })).toEqual([
      ['C1', 'C2', ['tax_no'], '李'],
    ]);
    expect(await conflict({ name: '苏州（中心）医院' }, { name: '苏州 (中心)医院' })).toEqual([
      ['C1', 'C2', ['name'], '李'],
    ]);
    expect(await conflict({ phone: '+86 138-0000-1111' }, { phone: '13800001111' })).toEqual([
      ['C1', 'C2', ['phone'], '李'],
    ]);
  });
  it('one pair is one conflict, however much is the same', async () => {
    expect(await conflict({ name: '医院', tax_no: '1A', phone: '13800001111' })).toEqual([
      ['C1', 'C2', ['name', 'phone', 'tax_no'], '李'],
    ]);
  });
  it('a stand-in for a phone is none: six digits, or all the same', async () => {
    expect(await conflict({ phone: '123456' })).toEqual([]);
    expect(await conflict({ phone: '00000000000' })).toEqual([]);
  });
  it('one owner, or a record still to come, makes no conflict', async () => {
    const same = pair({ tax_no: '1' }, { tax_no: '1' }).map((c) => ({ ...c, owner: '张' }));
    expect(await found({ customers: same })).toEqual([]);
    expect(
      await found({ customers: pair({ tax_no: '1' }, { tax_no: '1' }) }, { as_of: '2026-02-28' }),
    ).toEqual([]);
  });
});

describe('late entries and first contacts (O-01, O-03, O-05)', () => {
  const first = {
    visit_id: 'V0',
    customer_id: 'X',
    salesperson: '王',
    method: 'phone',
    visited_at: '2026-06-01 09:00:00',
  };
  it('over National Day: collected on 09-29, entered on 10-08 in time, on 10-09 late', async () => {
    const rows = await found({
      customers: [
        customer('C1', { collected_on: '2026-09-29', entered_on: '2026-10-08' }),
        customer('C2', { collected_on: '2026-09-29', entered_on: '2026-10-09' }),
      ],
    });
    expect(rows.map((r) => [r.finding, r.customer_id, r.days, r.to_decide])).toEqual([
      ['late_entry', 'C2', 1, false],
    ]);
  });
  it('contacted by the owner on day 7 in time, on day 8 late; by somebody else it stays open', async () => {
    const visits = [
      first,
      ...(
        [
          ['C1', '张', '2026-10-08'],
          ['C2', '张', '2026-10-09'],
          ['C3', '李', '2026-10-02'],
        ] as const
      ).map(([customer_id, salesperson, day]) => ({
        visit_id: `V${customer_id}`,
        customer_id,
        salesperson,
        method: 'phone',
        visited_at: `${day} 10:00:00`,
      })),
    ];
    const customers = ['C1', 'C2', 'C3'].map((id) => customer(id, { assigned_on: '2026-10-01' }));
    const rows = await found({ customers: [...customers, customer('C4', { owner: '李' })], visits });
    expect(rows.map((r) => [r.finding, r.customer_id, r.days, r.to_decide, r.proposed_owner])).toEqual([
      ['late_first_contact', 'C2', 1, false, null],
      ['late_first_contact', 'C3', 23, true, '李'],
    ]);
  });
  it('says nothing of customers assigned before contacts are loaded from', async () => {
    const customers = [
      customer('C1', { assigned_on: '2026-05-31' }),
      customer('C2', { assigned_on: '2026-06-01' }),
    ];
    expect((await found({ customers, visits: [first] })).map((r) => r.customer_id)).toEqual(['C2']);
  });
  it('sent on the day after the entry in time, a day later late; reviewed after the entry is told', async () => {
    const day = { reviewed_on: '2026-10-12', entered_on: '2026-10-12' };
    const customers = [
      customer('C1', { ...day, forwarded_on: '2026-10-13' }),
      customer('C2', { ...day, forwarded_on: '2026-10-14' }),
      customer('C3', { ...day, reviewed_on: '2026-10-13', forwarded_on: '2026-10-13' }),
    ];
    const tables = { customers };
    expect((await found(tables)).map((r) => [r.finding, r.customer_id, r.days])).toEqual([
      ['late_forward', 'C2', 1],
      ['entered_before_review', 'C3', 1],
    ]);
    // The report of the contract names the four kinds of O-01 to O-04 alone.
    expect(await ownership.run(await ctxOf(tables), { as_of: asOf })).toEqual([]);
  });
});

describe('decisions', () => {
  it('mark the finding, count into the next load, and are handed over until a load shows them', async () => {
    const w = await smallWarehouse({
      customers: [
        customer('C1'),
        customer('C3', { owner: '李' }),
        customer('C4', { owner: null }),
        customer('C5', { owner: null }),
      ],
    });
    opened.push(w);
    const ctx = contextOf(w);
    const store = await openWorkStore(w.dir);
    const proposals = async () =>
      (await ownershipFindings.run(ctx, { as_of: asOf })).map((r) => [
        r.customer_id,
        r.decided_owner,
        r.proposed_owner,
      ]);
    expect(await proposals()).toEqual([
      ['C4', null, '张'],
      ['C5', null, '李'],
    ]);
    const [id = 0] = await decideOwners(
      store,
      [
        {
          customer_id: 'C4',
          finding: 'unowned',
          other_customer_id: null,
          owner: '李',
          previous_owner: null,
          proposed_owner: '张',
        },
      ],
      { by: '经理', why: '更近', today: '2026-11-22' },
    );
    expect(await proposals()).toEqual([
      ['C4', '李', '张'],
      ['C5', null, '张'],
    ]);
    const sellers = await ownershipSellers.run(ctx, { as_of: asOf });
    expect(sellers.map((s) => [s.owner, s.customers, s.proposed, s.assigned])).toEqual([
      ['李', 2, 0, 1],
      ['张', 1, 1, 0],
    ]);
    const states = async () =>
      (await ownerDecisionFile.run(ctx, { as_of: asOf })).map((r) => [r.owner, r.state]);
    expect(await states()).toEqual([['李', 'open']]);
    await w.write(async (c) => {
      await c.run("update raw.customers set owner = '李' where customer_id = 'C4'");
    });
    await fill(w, {});
    expect(await states()).toEqual([['李', 'loaded']]);
    // The system gave it to somebody else after all: the load says who owns, and the decision is overtaken.
    await w.write(async (c) => {
      await c.run("update raw.customers set owner = '张' where customer_id = 'C4'");
    });
    await fill(w, {});
    expect(await states()).toEqual([['李', 'overtaken']]);
    const counts = await ownershipSellers.run(ctx, { as_of: asOf });
    expect(counts.map((s) => [s.owner, s.customers])).toEqual([
      ['张', 2],
      ['李', 1],
    ]);
    await withdrawOwnerDecisions(store, [id], { by: '经理', why: '撤回' });
    expect(await states()).toEqual([]);
    await store.close();
  });
});

describe('filters and sight', () => {
  const tables = {
    customers: [
      customer('C1', { owner: null, region: '苏南', tier: 'vip', admitted_on: '2026-02-01' }),
      customer('C2', { owner: null, region: '苏北', department: '二部' }),
      customer('C3'),
    ],
    ledger: [
      { entry_id: 'L1', date: '2026-03-01', customer_id: 'C2', kind: 'sale', amount: 1, product: '轮椅' },
    ],
  };
  it.each([
    ['department', '二部', ['C2']],
    ['region', '苏南', ['C1']],
    ['tier', 'vip', ['C1']],
    ['product', '轮椅', ['C2']],
    ['owner', '张', []],
  ])('%s %s: %j', async (name, value, expected) => {
    expect((await found(tables, { [name]: [value] })).map((r) => r.customer_id)).toEqual(expected);
  });
  it('a viewer of one department sees its findings alone, with proposals made over all', async () => {
    const ctx = await ctxOf(tables, { departments: ['一部'] });
    const rows = await ownership.run(ctx, { as_of: asOf });
    expect(rows.map((r) => [r.customer_id, r.proposed_owner])).toEqual([['C1', '张']]);
  });
});

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
  });
  afterAll(() => w.close());
  it('has 14 customers without an owner, each with a proposal from its region, and 99 late entries', async () => {
    const ctx = contextOf(w);
    const rows = await ownership.run(ctx, { as_of: '2026-08-31' });
    const unowned = rows.filter((r) => r.finding === 'unowned');
    expect(unowned).toHaveLength(14);
    expect(unowned.filter((r) => r.proposed_owner === null)).toEqual([]);
    expect(rows.filter((r) => r.finding === 'late_entry')).toHaveLength(99);
  });
  it('each kind lists exactly what it counts, and the kinds add up to the whole', async () => {
    const ctx = contextOf(w);
    const whole = await ownershipFindings.run(ctx, { as_of: '2026-08-31' });
    let n = 0;
    for (const finding of findings) {
      const own = await ownershipFindings.run(ctx, { as_of: '2026-08-31', finding: [finding] });
      expect(own).toEqual(whole.filter((r) => r.finding === finding));
      n += own.length;
    }
    expect(n).toBe(whole.length);
  });
});
