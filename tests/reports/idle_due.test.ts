import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idle } from '@/lib/reports/idle';
import { idleDue } from '@/lib/reports/idle_due';
import { idleOwners } from '@/lib/reports/idle_owners';
import { idlePlanned } from '@/lib/reports/idle_planned';
import { idleReasons } from '@/lib/reports/idle_reasons';
import { idleWeek } from '@/lib/reports/idle_week';
import type { Scope } from '@/lib/reports/viewer';
import type { OwnValue } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import {
  emptyWarehouse,
  goldenDir,
  goldenMissing,
  loadCanonical,
  type SmallTables,
  smallWarehouse,
} from '../support/golden';
import { contextOf } from './funnel_support';
import { type Asked, asOf, ctxOf, customer, sale, visit } from './idle_support';

const due = async (tables: SmallTables, given: Record<string, unknown> = {}, options: Asked = {}) =>
  idleDue.run(await ctxOf(tables, options), idleDue.params.parse({ as_of: asOf, ...given }));
const standing = async (...args: Parameters<typeof due>) =>
  (await due(...args)).map((r) => [r.list, r.state, r.due_on, r.days_left]);

describe('last contact exactly 30, 90 and 365 days ago', () => {
  it('a prospect called 30 days ago is due today, 31 days ago overdue since yesterday', async () => {
    expect(await standing({ visits: [visit('V1', '2026-08-01 10:00:00')] })).toEqual([
      ['again', 'due', '2026-08-31', 0],
    ]);
    expect(await standing({ visits: [visit('V1', '2026-07-31 10:00:00')] })).toEqual([
      ['again', 'overdue', '2026-08-30', -1],
    ]);
  });
  it('a cold one tried 90 days ago is due today, 91 days ago overdue', async () => {
    const refused = { conclusion: 'refused' };
    expect(await standing({ visits: [visit('V1', '2026-06-02 10:00:00', refused)] })).toEqual([
      ['again', 'due', '2026-08-31', 0],
    ]);
    expect(await standing({ visits: [visit('V1', '2026-06-01 10:00:00', refused)] })).toEqual([
      ['again', 'overdue', '2026-08-30', -1],
    ]);
  });
  it('a customer met 365 days ago is due today, 366 days ago overdue', async () => {
    const tables = (day: string) => ({
      ledger: [sale('L1', '2026-08-20')],
      visits: [visit('V1', `${day} 10:00:00`, { method: 'field_visit' })],
    });
    expect(await standing(tables('2025-08-31'))).toEqual([['again', 'due', '2026-08-31', 0]]);
    expect(await standing(tables('2025-08-30'))).toEqual([['again', 'overdue', '2026-08-30', -1]]);
  });
});

describe('how customers stand', () => {
  it('first contact: day 7 is due today, day 8 was never contacted', async () => {
    expect(await standing({ customers: [customer('C1', { assigned_on: '2026-08-24' })] })).toEqual([
      ['first_contact', 'due', '2026-08-31', 0],
    ]);
    expect(await standing({ customers: [customer('C1', { assigned_on: '2026-08-23' })] })).toEqual([
      ['never', 'overdue', '2026-08-30', -1],
    ]);
  });
  it('rhythm: three sale dates make none, four do', async () => {
    const met = { visits: [visit('V1', '2026-08-30 10:00:00', { method: 'field_visit' })] };
    const days = ['2026-07-10', '2026-07-20', '2026-07-30', '2026-08-09'];
    const ledger = (n: number) => days.slice(-n).map((d, i) => sale(`L${i}`, d));
    expect((await due({ ...met, ledger: ledger(3) }))[0]).toMatchObject({
      state: 'covered',
      reasons: ['trade'],
      due_on: '2026-11-07',
    });
    expect((await due({ ...met, ledger: ledger(4) }))[0]).toMatchObject({
      state: 'overdue',
      reasons: ['rhythm'],
      remedies: ['rhythm'],
      due_on: '2026-08-29',
    });
  });
  it('ten working days ahead end on 2026-09-14: due that day is due, the day after covered', async () => {
    const called = (day: string) => ({ visits: [visit('V1', `${day} 10:00:00`)] });
    expect((await due(called('2026-08-15')))[0]).toMatchObject({ due_on: '2026-09-14', state: 'due' });
    expect((await due(called('2026-08-16')))[0]).toMatchObject({ due_on: '2026-09-15', state: 'covered' });
  });
  it('planned: a visit planned for today or later and not done by then; a missed plan is none', async () => {
    const plan = (planned_for: string, visited_at: string | null = null) => [
      visit('V1', '2026-07-01 10:00:00'),
      visit('V2', visited_at, { planned_for }),
    ];
    expect((await due({ visits: plan('2026-08-31') }))[0]).toMatchObject({
      state: 'planned',
      planned_for: '2026-08-31',
    });
    expect((await due({ visits: plan('2026-08-30') }))[0]).toMatchObject({
      state: 'overdue',
      planned_for: null,
    });
    // Seen from the day before it was done, it was still a plan.
    const done = plan('2026-08-31', '2026-08-31 15:00:00');
    expect((await due({ visits: done }))[0]).toMatchObject({ state: 'covered', planned_for: null });
    expect((await due({ visits: done }, { as_of: '2026-08-30' }))[0]).toMatchObject({ state: 'planned' });
  });
  it('the next plan is shown, its rows are the visits planned', async () => {
    const visits = [
      visit('V1', null, { planned_for: '2026-09-09' }),
      visit('V2', null, { planned_for: '2026-09-02' }),
      visit('V3', null, { planned_for: '2026-08-30' }),
    ];
    const ctx = await ctxOf({ visits });
    expect((await idleDue.run(ctx, { as_of: asOf }))[0]?.planned_for).toBe('2026-09-02');
    const rows = await idlePlanned.run(ctx, { as_of: asOf, customer_id: ['C1'] });
    expect(rows.map((r) => [r.visit_id, r.source_line])).toEqual([
      ['V2', 3],
      ['V1', 2],
    ]);
  });
});

describe('which contacts count (V-05)', () => {
  const own: OwnValue[] = [
    {
      parameter: 'contact.methods',
      from: '2026-01-01',
      value: ['field_visit', 'reception'],
      setBy: '经理',
      setAt: '2026-01-01T00:00:00Z',
      why: '只算面谈',
    },
  ];
  const visits = [
    visit('V1', '2026-07-01 10:00:00', { method: 'field_visit', conclusion: 'refused' }),
    visit('V2', '2026-08-30 10:00:00'),
  ];
  it('a call counts by default; where only meetings do, the meeting before it is the last contact', async () => {
    expect((await due({ visits }))[0]).toMatchObject({ class: 'prospect', last_contact_on: '2026-08-30' });
    expect((await due({ visits }, {}, { own }))[0]).toMatchObject({
      class: 'cold',
      last_contact_on: '2026-07-01',
      last_contact_method: 'field_visit',
      due_on: '2026-09-29',
    });
  });
  it('a call is a meeting where the company says so: the last one, by whatever of the methods', async () => {
    const meetings = own.map((o) => ({
      ...o,
      parameter: 'visit.face_to_face' as const,
      value: ['field_visit', 'phone'],
    }));
    expect((await due({ visits }))[0]?.last_visit_on).toBe('2026-07-01');
    expect((await due({ visits }, {}, { own: meetings }))[0]?.last_visit_on).toBe('2026-08-30');
  });
  it('the reasons behind a line follow the same choice', async () => {
    const ctx = await ctxOf({ visits }, { own });
    const tested = await idleReasons.run(ctx, { as_of: asOf, customer_id: 'C1' });
    expect(tested.find((r) => r.rule === 'I-04')).toMatchObject({
      counted_from: '2026-07-01',
      applies: false,
    });
  });
});

describe('filters and sight', () => {
  const customers = [
    customer('C1', { assigned_on: '2026-08-28' }),
    customer('C2', { owner: '李', region: '苏北', assigned_on: '2026-08-01' }),
    customer('C3', { owner: null, assigned_on: '2026-08-01' }),
  ];
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse({ customers });
  });
  afterAll(() => w.close());
  const ids = async (given: Record<string, unknown>, scope: Partial<Scope> = {}) => {
    const params = idleDue.params.parse({ as_of: asOf, ...given });
    return (await idleDue.run(contextOf(w, { scope }), params)).map((r) => r.customer_id);
  };
  it.each([
    ['list', ['never'], ['C2', 'C3']],
    ['state', ['due'], ['C1']],
    ['class', ['customer'], []],
    ['reason', ['first_contact'], ['C2', 'C3', 'C1']],
    ['left', '4', ['C2', 'C3']],
    ['left', '5', ['C2', 'C3', 'C1']],
    ['owner', ['李'], ['C2']],
    ['region', ['苏南'], ['C3', 'C1']],
  ])('%s %j: %j', async (name, value, expected) => {
    expect((await ids({ [name]: value })).sort()).toEqual([...expected].sort());
  });
  it('a viewer of one region sees its customers alone', async () => {
    expect(await ids({}, { regions: ['苏北'] })).toEqual(['C2']);
  });
});

describe('against the pace, and the week', () => {
  const customers = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'].map((id) =>
    customer(id, { assigned_on: '2026-08-01', owner: id === 'C7' ? null : '张' }),
  );
  const meetings = Array.from({ length: 13 }, (_, i) =>
    visit(`M${i}`, `2026-08-${String(i + 10)} 10:00:00`, { method: 'field_visit', customer_id: 'X' }),
  );
  it('13 meetings in 63 working days are 0.21 a day: 2 in ten days, 4 of 6 are left over', async () => {
    const rows = await idleOwners.run(await ctxOf({ customers, visits: meetings }), { as_of: asOf });
    expect(rows.map((r) => [r.owner, r.overdue, r.visits, r.per_day, r.needed, r.capacity, r.short])).toEqual(
      [
        ['张', 6, 13, '0.21', 6, 2, 4],
        [null, 1, 0, '0.00', 1, 0, 1],
      ],
    );
  });
  it('the week has one visit a working day at least, none for the unowned, less what is planned in it', async () => {
    const week = async (visits: typeof meetings) =>
      idleWeek.run(await ctxOf({ customers, visits }), { as_of: asOf });
    const rows = await week(meetings);
    expect(rows.map((r) => [r.owner, r.day, r.customer_id])).toEqual([
      ['张', '2026-09-07', 'C1'],
      ['张', '2026-09-08', 'C2'],
      ['张', '2026-09-09', 'C3'],
      ['张', '2026-09-10', 'C4'],
      ['张', '2026-09-11', 'C5'],
    ]);
    const planned = visit('P1', null, { planned_for: '2026-09-08', customer_id: 'C1' });
    expect((await week([...meetings, planned])).map((r) => r.customer_id)).toEqual(['C2', 'C3', 'C4', 'C5']);
  });
});

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
  });
  afterAll(() => w.close());

  it('who is idle is overdue or planned, with the same reasons and due date; nobody else is overdue', async () => {
    const ctx = contextOf(w);
    const rows = await idleDue.run(ctx, { as_of: asOf });
    const idleRows = await idle.run(ctx, { as_of: asOf });
    const byId = new Map(rows.map((r) => [r.customer_id, r]));
    expect(idleRows).toHaveLength(201);
    for (const i of idleRows) {
      const r = byId.get(i.customer_id);
      expect([r?.reasons, r?.due_on, r?.days_left]).toEqual([i.reasons, i.due_on, -i.days_overdue]);
      expect(['overdue', 'planned']).toContain(r?.state);
    }
    const idleIds = new Set(idleRows.map((i) => i.customer_id));
    expect(rows.filter((r) => r.state === 'overdue' && !idleIds.has(r.customer_id))).toEqual([]);
  });
  it('the next due date of every customer is the earliest of its reasons that is not past', async () => {
    const ctx = contextOf(w);
    const rows = await idleDue.run(ctx, { as_of: asOf });
    const sampled = rows.filter((_, i) => i % 9 === 0);
    for (const row of sampled) {
      const tested = await idleReasons.run(ctx, { as_of: asOf, customer_id: row.customer_id });
      const applying = tested.filter((t) => t.applies);
      const pool = applying.length > 0 ? applying : tested.filter((t) => t.due_on !== null);
      const earliest = pool.map((t) => t.due_on ?? '').sort()[0] ?? null;
      expect([row.customer_id, row.due_on]).toEqual([row.customer_id, earliest]);
    }
  });
  it('what salespeople have to do adds up to the customers that are overdue or due', async () => {
    const ctx = contextOf(w);
    const rows = await idleDue.run(ctx, { as_of: asOf });
    const owners = await idleOwners.run(ctx, { as_of: asOf });
    const todo = rows.filter((r) => r.state === 'overdue' || r.state === 'due');
    expect(owners.reduce((n, o) => n + o.needed, 0)).toBe(todo.length);
    expect(owners.reduce((n, o) => n + o.watched, 0)).toBe(rows.length);
  });
});
