import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scope } from '@/lib/reports/viewer';
import { visits } from '@/lib/reports/visits';
import { visitsCosts, visitsDecisionMakers } from '@/lib/reports/visits_costs';
import { visitsFirst, visitsRoles, visitsWeeks } from '@/lib/reports/visits_mix';
import { visitsQuestionRows, visitsQuestions } from '@/lib/reports/visits_questions';
import {
  type customerFigures,
  type formFigures,
  visitsCustomers,
  visitsRows,
} from '@/lib/reports/visits_rows';
import { visitsSummary } from '@/lib/reports/visits_summary';
import { approvalOf, minutesOf } from '@/lib/rules/visits';
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

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

const july = { period: '2026-07', as_of: '2026-07-31' };
const customer = (customer_id: string, more: Record<string, string | null> = {}) => ({
  customer_id,
  name: `客户${customer_id}`,
  department: '一部',
  region: '苏南',
  owner: '张',
  ...more,
});
const visit = (visit_id: string, visited_at: string | null, more: Record<string, string | number> = {}) => ({
  visit_id,
  customer_id: 'C1',
  salesperson: '张',
  method: 'field_visit',
  visited_at,
  ...more,
});
const sale = (entry_id: string, date: string, more: Record<string, string | number> = {}) => ({
  entry_id,
  date,
  customer_id: 'C1',
  kind: 'sale',
  amount: 100,
  ...more,
});

async function ctxOf(tables: SmallTables, scope: Partial<Scope> = {}) {
  const w = await smallWarehouse({ customers: [customer('C1')], ...tables });
  opened.push(w);
  return contextOf(w, { scope });
}
const rowsOf = async (tables: SmallTables, given: Record<string, unknown> = {}, scope: Partial<Scope> = {}) =>
  visits.run(await ctxOf(tables, scope), visits.params.parse({ ...july, ...given }));
const row = async (...args: Parameters<typeof rowsOf>) => (await rowsOf(...args))[0];

describe('planned and done', () => {
  it('planned goes by the day of the plan, done by whether it took place by the as-of date', async () => {
    const tables = {
      visits: [
        visit('V1', null, { planned_for: '2026-07-10' }),
        visit('V2', '2026-08-01 09:00:00', { planned_for: '2026-07-31' }),
        visit('V3', '2026-07-20 09:00:00', { planned_for: '2026-06-30' }),
      ],
    };
    expect(await row(tables)).toMatchObject({ planned: 2, done: 0, contacts: 1 });
    expect(await row(tables, { as_of: '2026-08-01' })).toMatchObject({ planned: 2, done: 1, contacts: 1 });
  });
  it('what is dated after the as-of date is not known (T-05)', async () => {
    const tables = { visits: [visit('V1', '2026-07-20 09:00:00')] };
    expect((await row(tables, { as_of: '2026-07-19' }))?.contacts).toBe(0);
    expect((await row(tables, { as_of: '2026-07-20' }))?.contacts).toBe(1);
  });
});

describe('coverage and concentration (V-06)', () => {
  const customers = [
    customer('C1'),
    customer('C2'),
    customer('C3', { kind: 'retail' }),
    customer('C4', { owner: null }),
  ];
  it('counts trade customers with an owner, met by anybody', async () => {
    const tables = { customers, visits: [visit('V1', '2026-07-20 09:00:00', { salesperson: '李' })] };
    expect(await rowsOf(tables)).toMatchObject([
      { group: '张', customers_assigned: 2, customers_visited: 1, coverage: 0.5, contacts: 0 },
      { group: '李', customers_assigned: 0, coverage: null, contacts: 1 },
    ]);
  });
  it('without an owner a customer makes no row by salesperson, but counts for its department and its region', async () => {
    expect((await rowsOf({ customers })).map((r) => [r.group, r.customers_assigned])).toEqual([['张', 2]]);
    for (const by of ['department', 'region'])
      expect((await rowsOf({ customers }, { by })).map((r) => r.customers_assigned)).toEqual([3]);
  });
  it('a call covers nobody', async () => {
    const tables = { customers, visits: [visit('V1', '2026-07-20 09:00:00', { method: 'phone' })] };
    expect((await row(tables))?.coverage).toBe(0);
  });
  it('who is blacklisted at the end of the period is assigned to nobody, unless only another department says so', async () => {
    const listed = (more: Record<string, string>) => ({
      customers,
      blacklist: [{ customer_id: 'C2', scope: 'company', listed_on: '2026-07-31', ...more }],
    });
    expect((await row(listed({})))?.customers_assigned).toBe(1);
    expect(
      (await row(listed({ listed_on: '2026-08-01' }), { as_of: '2026-08-31' }))?.customers_assigned,
    ).toBe(2);
    expect((await row(listed({ removed_on: '2026-07-31' })))?.customers_assigned).toBe(2);
    expect((await row(listed({ scope: 'department', department: '一部' })))?.customers_assigned).toBe(1);
    expect((await row(listed({ scope: 'department', department: '二部' })))?.customers_assigned).toBe(2);
  });
  it('of 11 customers the most visited two hold the tenth', async () => {
    const eleven = Array.from({ length: 11 }, (_, i) => customer(`C${i + 1}`));
    const met = ['C1', 'C1', 'C1', 'C2', 'C2', 'C3'].map((customer_id, i) =>
      visit(`V${i}`, '2026-07-20 09:00:00', { customer_id }),
    );
    expect((await row({ customers: eleven, visits: met }))?.top_decile_share).toBe(5 / 6);
    expect((await row({ customers: eleven.slice(0, 10), visits: met }))?.top_decile_share).toBe(3 / 6);
  });
});

describe('first contacts and new customers (V-04, V-07)', () => {
  it('the first contact ever counts for who made it, by visit number where two came at one instant', async () => {
    const tables = {
      visits: [
        visit('V2', '2026-07-05 09:00:00', { method: 'field_visit', salesperson: '李' }),
        visit('V1', '2026-07-05 09:00:00', { method: 'phone' }),
      ],
    };
    expect((await rowsOf(tables)).map((r) => [r.group, r.cold_call_share])).toEqual([
      ['张', 1],
      ['李', null],
    ]);
    expect((await row(tables, { period: '2026-08', as_of: '2026-08-31' }))?.cold_call_share).toBeNull();
  });
  it('a customer is new in the month of its first sale, for the salesperson of that sale', async () => {
    const tables = { ledger: [sale('L1', '2026-07-31', { salesperson: '李' }), sale('L2', '2026-08-02')] };
    expect((await rowsOf(tables)).map((r) => [r.group, r.new_customers])).toEqual([
      ['张', 0],
      ['李', 1],
    ]);
    expect((await row(tables, { period: '2026-08', as_of: '2026-08-31' }))?.new_customers).toBe(0);
  });
});

describe('who bought after being met (V-07)', () => {
  const boughtBy = async (date: string, as_of = '2026-07-31') =>
    (await row({ visits: [visit('V1', '2026-07-10 09:00:00')], ledger: [sale('L1', date)] }, { as_of }))
      ?.visited_and_bought;
  it('on the day or within seven days, not on the eighth', async () => {
    expect(await boughtBy('2026-07-10')).toBe(1);
    expect(await boughtBy('2026-07-17')).toBe(1);
    expect(await boughtBy('2026-07-18')).toBe(0);
    expect(await boughtBy('2026-07-09')).toBe(0);
  });
  it('not before the sale is known', async () => expect(await boughtBy('2026-07-15', '2026-07-14')).toBe(0));
});

describe('splits, filters and sight', () => {
  const tables = {
    customers: [customer('C1'), customer('C2', { department: '二部', region: '苏北', owner: '李' })],
    visits: [
      visit('V1', '2026-07-20 09:00:00'),
      visit('V2', '2026-07-20 09:00:00', { customer_id: 'C2' }),
      visit('V3', '2026-07-20 10:00:00', { customer_id: 'C9' }),
    ],
  };
  it('by department a form counts for that of its customer; an unknown customer has none and comes last', async () => {
    expect((await rowsOf(tables, { by: 'department' })).map((r) => [r.group, r.contacts])).toEqual([
      ['一部', 1],
      ['二部', 1],
      [null, 1],
    ]);
  });
  it('a filter keeps the visits of such customers', async () =>
    expect(
      (await rowsOf(tables, { region: ['苏北'] })).map((r) => [r.group, r.contacts, r.customers_assigned]),
    ).toEqual([
      ['张', 1, 0],
      ['李', 0, 1],
    ]));
  it('a viewer of one department sees its customers alone', async () =>
    expect((await rowsOf(tables, {}, { departments: ['一部'] })).map((r) => [r.group, r.contacts])).toEqual([
      ['张', 1],
    ]));
  it('a week is a period too', async () => {
    expect((await row(tables, { period: '2026-W30' }))?.contacts).toBe(3);
    expect((await row(tables, { period: '2026-W31' }))?.contacts).toBe(0);
  });
});

describe('what to ask about (V-10)', () => {
  const asked = async (tables: SmallTables) =>
    (await visitsQuestions.run(await ctxOf(tables), visitsQuestions.params.parse(july))).map((q) => [
      q.question,
      q.records,
    ]);
  const fine = { approved_at: '2026-07-01 08:00:00' };
  it('approved after leaving, and not approved', async () => {
    const visitsOf = [
      visit('V1', '2026-07-10 09:00:00', { approved_at: '2026-07-10 09:00:00' }),
      visit('V2', '2026-07-11 09:00:00', { approved_at: '2026-07-11 09:00:01' }),
      visit('V3', '2026-07-12 09:00:00'),
    ];
    expect(await asked({ visits: visitsOf })).toEqual([
      ['approved_late', 1],
      ['not_approved', 1],
    ]);
  });
  it('says when: leaving and approval, first and last filing', async () => {
    const late = visit('V1', '2026-07-10 09:30:00', {
      departed_at: '2026-07-10 08:30:00',
      approved_at: '2026-07-10 12:15:00',
    });
    const burst = Array.from({ length: 5 }, (_, i) =>
      visit(`V${i + 2}`, `2026-07-1${i + 3} 09:00:00`, {
        ...fine,
        minutes_filed_at: `2026-07-20 18:0${i}:00`,
      }),
    );
    const ctx = await ctxOf({ visits: [late, ...burst] });
    const rows = await visitsQuestions.run(ctx, visitsQuestions.params.parse(july));
    const minute = (at: string | null) => at?.slice(0, 16).replace('T', ' ');
    expect(rows.map((q) => [q.question, minute(q.first_at), minute(q.last_at)])).toEqual([
      ['approved_late', '2026-07-10 08:30', '2026-07-10 12:15'],
      ['burst', '2026-07-20 18:00', '2026-07-20 18:04'],
    ]);
  });
  it('two customers in one minute, not in two', async () => {
    const at = (second: string) => ({
      visits: [visit('V1', '2026-07-10 09:00:00', fine), visit('V2', second, { ...fine, customer_id: 'C2' })],
    });
    expect(await asked(at('2026-07-10 09:00:59'))).toEqual([['same_time', 2]]);
    expect(await asked(at('2026-07-10 09:01:00'))).toEqual([]);
  });
  it('five minutes in a row, each ten minutes after the one before, not four', async () => {
    const filed = (n: number, gap: number) => ({
      visits: Array.from({ length: n }, (_, i) =>
        visit(`V${i}`, `2026-07-0${i + 1} 09:00:00`, {
          ...fine,
          approved_at: '2026-06-30 08:00:00',
          minutes_filed_at: `2026-07-10 17:${String(i * gap).padStart(2, '0')}:00`,
        }),
      ),
    });
    expect(await asked(filed(5, 10))).toEqual([['burst', 5]]);
    expect(await asked(filed(4, 10))).toEqual([]);
    expect(await asked(filed(5, 11))).toEqual([]);
  });
  it('one text of twelve characters at two customers, spaces aside', async () => {
    const noted = (a: string, b: string) => ({
      visits: [
        visit('V1', '2026-07-10 09:00:00', { ...fine, note: a }),
        visit('V2', '2026-07-11 09:00:00', { ...fine, note: b, customer_id: 'C2' }),
      ],
    });
    expect(await asked(noted('双方就设备采购友好交流了', '双方就设备采购 友好交流了'))).toEqual([
      ['same_text', 2],
    ]);
    expect(await asked(noted('双方就设备采购友好交流', '双方就设备采购友好交流'))).toEqual([]);
  });
  it('a card without a visit that day, and the reverse', async () => {
    const card = { customer_id: 'C1', date: '2026-07-10', product: '甲' };
    expect(await asked({ card_lines: [card], visits: [visit('V1', '2026-07-11 09:00:00', fine)] })).toEqual([
      ['card_without_visit', 1],
      ['visit_without_card', 1],
    ]);
    expect(await asked({ card_lines: [card], visits: [visit('V1', '2026-07-10 09:00:00', fine)] })).toEqual(
      [],
    );
  });
});

describe('costs and decision makers', () => {
  it('gifts and receptions of a customer stand against its sales of the period (V-11)', async () => {
    const ctx = await ctxOf({
      visits: [visit('V1', '2026-07-10 09:00:00', { gift_cost: 30, reception_cost: 20 })],
      ledger: [sale('L1', '2026-07-05', { amount: 1000 })],
    });
    expect(await visitsCosts.run(ctx, visitsCosts.params.parse(july))).toMatchObject([
      { customer_id: 'C1', cost: '50.00', net_sales: '1000.00', cost_share: 0.05, unapproved: 1 },
    ]);
  });
  it('a contact speaks for the opportunity it names, or for all of its customer (V-08)', async () => {
    const opportunity = (opportunity_id: string) => ({
      opportunity_id,
      customer_id: 'C1',
      stage: 'solution',
      created_on: '2026-06-01',
      stage_entered_on: '2026-06-10',
    });
    const met = async (more: Record<string, string>) => {
      const ctx = await ctxOf({
        opportunities: [opportunity('O1'), opportunity('O2')],
        visits: [visit('V1', '2026-07-10 09:00:00', { contact_role: 'decision_maker', ...more })],
      });
      const rows = await visitsDecisionMakers.run(ctx, { as_of: '2026-07-31', met: 'true' });
      return rows.map((r) => r.opportunity_id);
    };
    expect(await met({})).toEqual(['O1', 'O2']);
    expect(await met({ opportunity_id: 'O2' })).toEqual(['O2']);
    expect(await met({ contact_role: 'user' })).toEqual([]);
  });
});

/** Which figure of `visits` a report of rows stands behind. */
const behind = {
  planned: 'planned',
  done: 'done',
  contacts: 'contacts',
  approved_before: 'approved_before',
  approval_breaches: 'approval_breaches',
  minutes_due: 'minutes_due',
  minutes_on_time: 'minutes_on_time',
  minutes_late: 'minutes_late',
  minutes_pending: 'minutes_pending',
  first_contacts: 'first_contacts',
  cold_calls: 'cold_calls',
} as const satisfies Partial<Record<(typeof formFigures)[number], string>>;
const behindCustomers = {
  assigned: 'customers_assigned',
  visited: 'customers_visited',
  met: 'customers_met',
  bought: 'visited_and_bought',
  new: 'new_customers',
} as const satisfies Partial<Record<(typeof customerFigures)[number], string>>;

describe.skipIf(goldenMissing)('on the golden company (skipped where ../shared is missing)', () => {
  let db: Warehouse;
  beforeAll(async () => {
    db = await emptyWarehouse();
    await loadCanonical(db, path.join(goldenDir, 'canonical'));
  });
  afterAll(() => db.close());

  it('every figure is as many rows as stand behind it, in every split', async () => {
    const ctx = contextOf(db);
    for (const by of ['salesperson', 'department', 'region'] as const) {
      const asked = { ...july, as_of: '2026-08-04', by };
      const rows = await visits.run(ctx, visits.params.parse(asked));
      expect(rows.length).toBeGreaterThan(3);
      for (const r of by === 'salesperson' ? [rows[0], rows.at(-1)] : [rows[0]]) {
        if (!r) continue;
        const group = r.group ?? '';
        for (const [figure, name] of Object.entries(behind) as [keyof typeof behind, keyof typeof r][]) {
          const forms = await visitsRows.run(ctx, visitsRows.params.parse({ ...asked, group, figure }));
          expect([by, group, figure, forms.length]).toEqual([by, group, figure, r[name]]);
        }
        for (const [figure, name] of Object.entries(behindCustomers) as [
          keyof typeof behindCustomers,
          keyof typeof r,
        ][]) {
          const found = await visitsCustomers.run(
            ctx,
            visitsCustomers.params.parse({ ...asked, group, figure }),
          );
          expect([by, group, figure, found.length]).toEqual([by, group, figure, r[name]]);
        }
      }
    }
    const [summary] = await visitsSummary.run(ctx, visitsSummary.params.parse(july));
    for (const figure of [
      'field_visits',
      'no_purpose',
      'unreviewed',
      'unconfirmed',
      'unapproved_costs',
    ] as const) {
      const forms = await visitsRows.run(ctx, visitsRows.params.parse({ ...july, figure }));
      expect([figure, forms.length]).toEqual([figure, summary?.[figure]]);
    }
    const whole = {
      assigned: 'customers_assigned',
      visited: 'customers_visited',
      met: 'customers_met',
      bought: 'visited_and_bought',
    } as const;
    for (const figure of ['assigned', 'visited', 'met', 'bought'] as const) {
      const found = await visitsCustomers.run(ctx, visitsCustomers.params.parse({ ...july, figure }));
      expect([figure, found.length]).toEqual([figure, summary?.[whole[figure]]]);
    }
    const top = await visitsCustomers.run(ctx, visitsCustomers.params.parse({ ...july, figure: 'top' }));
    expect(top.reduce((sum, r) => sum + r.visits, 0)).toBe(summary?.top_visits);
    const roles = await visitsRoles.run(ctx, visitsRoles.params.parse(july));
    expect(roles.reduce((sum, r) => sum + r.count, 0)).toBe(summary?.minutes_due);
    const firsts = await visitsFirst.run(ctx, visitsFirst.params.parse(july));
    expect(firsts.reduce((sum, r) => sum + r.count, 0)).toBe(summary?.first_contacts);
    const weeks = await visitsWeeks.run(ctx, visitsWeeks.params.parse(july));
    expect(weeks.reduce((sum, r) => sum + r.contacts, 0)).toBe(summary?.contacts);
    const questions = await visitsQuestions.run(ctx, visitsQuestions.params.parse(july));
    const records = await visitsQuestionRows.run(ctx, visitsQuestionRows.params.parse(july));
    expect(questions.reduce((sum, q) => sum + q.records, 0)).toBe(records.length);
  });

  it('approval and minutes of each form are as the rules judge them one by one', async () => {
    const ctx = contextOf(db);
    const asked = { period: '2026-07', as_of: '2026-07-31', figure: 'minutes_due' };
    const forms = await visitsRows.run(ctx, visitsRows.params.parse(asked));
    expect(forms.length).toBeGreaterThan(100);
    const rule = { calendar: ctx.calendar, within: 2 };
    for (const f of forms) {
      const visitedAt = f.visited_at ?? '';
      expect([f.visit_id, f.minutes]).toEqual([
        f.visit_id,
        minutesOf(visitedAt.slice(0, 10), f.minutes_filed_at?.slice(0, 10) ?? null, '2026-07-31', rule),
      ]);
      if (f.method !== 'field_visit') continue;
      const form = { approvedAt: f.approved_at, attendanceAt: null, departedAt: f.left_at, visitedAt };
      expect([f.visit_id, f.approval]).toEqual([f.visit_id, approvalOf(form)]);
    }
  });
});
