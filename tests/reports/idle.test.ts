import { describe, expect, it } from 'vitest';
import { customerContacts } from '@/lib/reports/customer_contacts';
import { customerSales } from '@/lib/reports/customer_sales';
import { idle } from '@/lib/reports/idle';
import { idleReasons } from '@/lib/reports/idle_reasons';
import { idleSummary } from '@/lib/reports/idle_summary';
import type { OwnValue } from '@/lib/rules/policy';
import type { SmallTables } from '../support/golden';
import { type Asked, asOf, ctxOf, customer, sale, visit } from './idle_support';

const list = async (tables: SmallTables, given: Record<string, unknown> = {}, options: Asked = {}) =>
  idle.run(await ctxOf(tables, options), idle.params.parse({ as_of: asOf, ...given }));
const ids = async (...args: Parameters<typeof list>) => (await list(...args)).map((r) => r.customer_id);

describe('who is watched', () => {
  it('trade customers alone', async () => {
    const customers = [
      customer('C1'),
      customer('C2', { kind: 'retail' }),
      customer('C3', { kind: 'affiliate' }),
    ];
    expect(await ids({ customers })).toEqual(['C1']);
  });
  it('not whom the company has blacklisted, from the day of listing to the day before removal', async () => {
    const blacklist = [
      { customer_id: 'C1', scope: 'company', listed_on: '2026-05-01', removed_on: '2026-08-01' },
    ];
    expect(await ids({ blacklist }, { as_of: '2026-04-30' })).toEqual(['C1']);
    expect(await ids({ blacklist }, { as_of: '2026-05-01' })).toEqual([]);
    expect(await ids({ blacklist }, { as_of: '2026-07-31' })).toEqual([]);
    expect(await ids({ blacklist }, { as_of: '2026-08-01' })).toEqual(['C1']);
  });
  it('a department’s blacklist concerns its own customers alone', async () => {
    const entry = { customer_id: 'C1', scope: 'department', listed_on: '2026-05-01' };
    expect(await ids({ blacklist: [{ ...entry, department: '一部' }] })).toEqual([]);
    expect(await ids({ blacklist: [{ ...entry, department: '二部' }] })).toEqual(['C1']);
  });
  it('the unowned too', async () => {
    expect((await list({ customers: [customer('C1', { owner: null })] }))[0]?.owner).toBeNull();
  });
  it('nobody is idle before everything', async () => {
    expect(await list({}, { as_of: '2024-12-31' })).toEqual([]);
  });
});

describe('what counts by the as-of date (T-05)', () => {
  it('an assignment still to come is none: the day of entry counts', async () => {
    const customers = [customer('C1', { assigned_on: '2026-08-20' })];
    expect((await list({ customers }, { as_of: '2026-08-19' }))[0]?.due_on).toBe('2025-01-08');
    expect(await list({ customers }, { as_of: '2026-08-27' })).toEqual([]);
    expect((await list({ customers }, { as_of: '2026-08-28' }))[0]?.due_on).toBe('2026-08-27');
  });
  it('later contacts, sales and stages are not known yet', async () => {
    const tables = {
      visits: [visit('V1', '2026-08-20 10:00:00')],
      ledger: [sale('L1', '2026-08-25')],
      opportunities: [
        {
          opportunity_id: 'O1',
          customer_id: 'C1',
          stage: 'solution',
          created_on: '2026-08-01',
          stage_entered_on: '2026-08-22',
        },
      ],
    };
    const classAt = async (as_of: string) =>
      (await idleReasons.run(await ctxOf(tables), { as_of, customer_id: 'C1' }))
        .filter((r) => r.concerned)
        .map((r) => r.reason);
    expect(await classAt('2026-08-19')).toEqual(['first_contact']);
    expect(await classAt('2026-08-20')).toEqual(['contact']);
    expect(await classAt('2026-08-22')).toEqual(['opportunity']);
    expect(await classAt('2026-08-25')).toEqual(['visit', 'opportunity', 'trade']);
  });
  it('a planned visit that was not made is no contact', async () => {
    expect((await list({ visits: [visit('V1', null)] }))[0]).toMatchObject({
      class: 'new',
      last_contact_on: null,
    });
  });
});

describe('the last contact', () => {
  it('of several at one instant is the one with the largest visit number', async () => {
    const visits = [
      visit('V2', '2026-05-01 10:00:00', { method: 'mail', conclusion: 'refused' }),
      visit('V3', '2026-05-01 10:00:00', { method: 'exhibition', conclusion: 'progress' }),
      visit('V1', '2026-05-01 10:00:00', { method: 'other', conclusion: 'unreachable' }),
    ];
    expect((await list({ visits }))[0]).toMatchObject({
      class: 'prospect',
      last_contact_method: 'exhibition',
    });
  });
  it('is dated by its day: shortly before midnight still counts for that day', async () => {
    const visits = [visit('V1', '2026-07-31 23:59:00')];
    expect((await list({ visits }))[0]).toMatchObject({ last_contact_on: '2026-07-31', days_overdue: 1 });
    expect(await list({ visits }, { as_of: '2026-08-30' })).toEqual([]);
  });
  it('a customer who came to us was visited; by telephone nobody was', async () => {
    const ledger = [sale('L1', '2025-01-01'), sale('L2', '2026-08-01')];
    const visited = async (method: string) =>
      (await list({ ledger, visits: [visit('V1', '2026-08-01 09:00:00', { method })] })).map(
        (r) => r.last_visit_on,
      );
    expect(await visited('reception')).toEqual([]);
    expect(await visited('field_visit')).toEqual([]);
    expect(await visited('phone')).toEqual([null]);
  });
});

describe('sales', () => {
  const visits = [visit('V1', '2026-08-30 09:00:00', { method: 'field_visit' })];
  const days = (...dates: string[]) => dates.map((d, i) => sale(`L${i}`, d));
  const rhythmDue = async (...dates: string[]) =>
    (
      await idleReasons.run(await ctxOf({ visits, ledger: days(...dates) }), {
        as_of: asOf,
        customer_id: 'C1',
      })
    ).find((r) => r.reason === 'rhythm')?.due_on;

  it('two sales on one date are one date: three dates make no rhythm', async () => {
    expect(await rhythmDue('2026-06-01', '2026-06-11', '2026-06-11', '2026-06-21')).toBeNull();
  });
  it('an odd number of gaps takes the middle one: 10, 20, 50 days → 40 days after the last sale', async () => {
    expect(await rhythmDue('2026-04-01', '2026-04-11', '2026-05-01', '2026-06-20')).toBe('2026-07-30');
  });
  it('an even number of gaps takes the mean of the middle two: 10, 11, 20, 50 → 15.5 × 2 = 31 days', async () => {
    expect(await rhythmDue('2026-04-01', '2026-04-11', '2026-04-22', '2026-05-12', '2026-07-01')).toBe(
      '2026-08-01',
    );
  });
  it('a factor of 1.5 cuts the fraction: 15.5 × 1.5 = 23.25 → 23 days', async () => {
    const own: OwnValue[] = [
      {
        parameter: 'trade.rhythm_factor',
        from: '2026-01-01',
        value: '1.5',
        setBy: '王',
        setAt: '1',
        why: '',
      },
    ];
    const ledger = days('2026-04-01', '2026-04-11', '2026-04-22', '2026-05-12', '2026-07-01');
    const row = (await list({ visits, ledger }, {}, { own }))[0];
    expect(row).toMatchObject({ reasons: ['rhythm'], due_on: '2026-07-24' });
  });
  it('returns, orders and payments are no sales', async () => {
    const ledger = [
      sale('L1', '2026-08-01', { kind: 'return' }),
      sale('L2', '2026-08-02', { kind: 'payment' }),
      sale('L3', '2026-08-03', { kind: 'order' }),
    ];
    expect((await list({ ledger }))[0]).toMatchObject({
      class: 'new',
      last_sale_on: null,
      value_at_stake: '-100.00',
    });
  });
  it('value at stake looks 365 days back: 2025-09-01 counts, 2025-08-31 does not', async () => {
    const ledger = [
      sale('L1', '2025-08-31', { amount: 1 }),
      sale('L2', '2025-09-01', { amount: 20 }),
      sale('L3', '2025-09-02', { amount: 5, kind: 'return' }),
    ];
    expect((await list({ ledger }))[0]?.value_at_stake).toBe('15.00');
    expect((await list({ ledger }, { as_of: '2026-08-30' }))[0]?.value_at_stake).toBe('16.00');
  });
});

describe('open opportunities', () => {
  const visits = [visit('V1', '2026-08-20 09:00:00')];
  const opportunity = (stage: string, more: Record<string, string | null> = {}) => ({
    opportunity_id: 'O1',
    customer_id: 'C1',
    stage,
    created_on: '2026-08-01',
    stage_entered_on: '2026-08-02',
    ...more,
  });
  it.each([
    ['contacted', []],
    ['solution', ['opportunity']],
    ['negotiation', ['opportunity']],
  ])('at %s: %j', async (stage, reasons) => {
    expect((await list({ visits, opportunities: [opportunity(stage)] })).flatMap((r) => r.reasons)).toEqual(
      reasons,
    );
  });
  it('signed and lost ones are closed from that day on', async () => {
    for (const stage of ['signed', 'lost']) {
      const opportunities = [opportunity(stage, { closed_on: asOf, stage_entered_on: asOf })];
      const stage_changes = [{ opportunity_id: 'O1', stage: 'negotiation', entered_on: '2026-08-02' }];
      expect(await list({ visits, opportunities, stage_changes })).toEqual([]);
      expect(await ids({ visits, opportunities, stage_changes }, { as_of: '2026-08-30' })).toEqual(['C1']);
    }
  });
  it('moved back below solution it makes no intent any more', async () => {
    const opportunities = [opportunity('contacted', { stage_entered_on: '2026-08-10' })];
    const stage_changes = [{ opportunity_id: 'O1', stage: 'solution', entered_on: '2026-08-05' }];
    expect(await list({ visits, opportunities, stage_changes })).toEqual([]);
  });
  it('an undated one makes an intent by its stage; without a contact it is never due', async () => {
    const opportunities = [opportunity('solution', { created_on: null })];
    expect((await list({ visits, opportunities }))[0]).toMatchObject({
      class: 'intent',
      due_on: '2026-08-27',
    });
    const customers = [customer('C1', { entered_on: null })];
    expect(await list({ customers, opportunities })).toEqual([]);
  });
});

describe('order, filters and sight', () => {
  const customers = [
    customer('C1', { grade: 'A', tier: 'vip', admitted_on: '2025-01-01' }),
    customer('C2', { department: '二部', region: '苏北', owner: '李' }),
    customer('C3', { entered_on: '2025-02-01', tier: 'vip' }),
    customer('C4'),
  ];
  const ledger = [sale('L1', '2026-01-01', { customer_id: 'C4', amount: 7, product: '轮椅' })];
  const tables = { customers, ledger };

  it('by value at stake, then days overdue, both largest first, then customer number', async () => {
    expect(await ids(tables)).toEqual(['C4', 'C1', 'C2', 'C3']);
  });
  it.each([
    ['department', '二部', ['C2']],
    ['region', '苏北', ['C2']],
    ['owner', '李', ['C2']],
    ['grade', 'A', ['C1']],
    ['product', '轮椅', ['C4']],
  ])('%s %s: %j', async (name, value, expected) => {
    expect(await ids(tables, { [name]: [value] })).toEqual(expected);
  });
  it('a tier is the admitted customer’s alone, and the one decided by the date', async () => {
    expect(await ids(tables, { tier: ['vip'] })).toEqual(['C1']);
    const tier_history = [{ customer_id: 'C1', tier: 'preferred', effective_on: asOf }];
    expect(await ids({ ...tables, tier_history }, { tier: ['vip'] })).toEqual([]);
    expect(await ids({ ...tables, tier_history }, { tier: ['vip'], as_of: '2026-08-30' })).toEqual(['C1']);
  });
  it('a viewer of one department sees its customers alone, in the list and behind it', async () => {
    const scope = { departments: ['二部'] };
    expect(await ids(tables, {}, { scope })).toEqual(['C2']);
    expect(await ids(tables, { department: ['一部'] }, { scope })).toEqual([]);
    const ctx = await ctxOf({ ...tables, visits: [visit('V1', '2026-08-01 09:00:00')] }, { scope });
    expect(await idleReasons.run(ctx, { as_of: asOf, customer_id: 'C1' })).toEqual([]);
    expect(await customerContacts.run(ctx, { as_of: asOf, customer_id: 'C1' })).toEqual([]);
    expect(await customerSales.run(ctx, { as_of: asOf, customer_id: 'C4' })).toEqual([]);
    expect(await idleReasons.run(ctx, { as_of: asOf, customer_id: 'C2' })).toHaveLength(6);
  });
  it('the summary counts the watched and those who bought', async () => {
    const params = idleSummary.params.parse({ as_of: asOf });
    expect(await idleSummary.run(await ctxOf(tables), params)).toEqual([{ watched: 4, bought: 1 }]);
    const narrow = idleSummary.params.parse({ as_of: asOf, department: ['二部'] });
    expect(await idleSummary.run(await ctxOf(tables), narrow)).toEqual([{ watched: 1, bought: 0 }]);
  });
});

describe('the rows behind a line', () => {
  it('contacts, the latest first, with their file’s line', async () => {
    const visits = [
      visit('V1', '2026-05-01 10:00:00', { method: 'field_visit' }),
      visit('V2', '2026-05-01 10:00:00'),
      visit('V3', '2026-09-01 00:00:00'),
    ];
    const rows = await customerContacts.run(await ctxOf({ visits }), { as_of: asOf, customer_id: 'C1' });
    expect(rows.map((r) => [r.visit_id, r.face_to_face, r.source_import, r.source_line])).toEqual([
      ['V2', false, 1, 3],
      ['V1', true, 1, 2],
    ]);
  });
  it('sales with their gaps; those in the value add up to it', async () => {
    const ledger = [
      sale('L1', '2025-08-01', { amount: 1 }),
      sale('L2', '2026-06-01', { amount: 2 }),
      sale('L3', '2026-06-01', { amount: 4 }),
      sale('L4', '2026-06-11', { amount: 8 }),
      sale('L5', '2026-06-12', { amount: 3, kind: 'return' }),
      sale('L6', '2026-09-01', { amount: 16 }),
    ];
    const ctx = await ctxOf({ ledger });
    const rows = await customerSales.run(ctx, { as_of: asOf, customer_id: 'C1' });
    expect(rows.map((r) => [r.entry_id, r.amount, r.gap_days, r.in_value])).toEqual([
      ['L5', '-3.00', null, true],
      ['L4', '8.00', 10, true],
      ['L3', '4.00', null, true],
      ['L2', '2.00', 304, true],
      ['L1', '1.00', null, false],
    ]);
    const [row] = await idle.run(ctx, idle.params.parse({ as_of: asOf }));
    expect(row?.value_at_stake).toBe('11.00');
  });
});
