/** The cases that people argue about, each with numbers small enough to check by hand (B-01 to B-12). */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { bonusQuestions } from '@/lib/reports/bonus_questions';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import { exact } from '@/lib/rules/bonus_decimal';
import type { OwnValue } from '@/lib/rules/policy';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { load } from '../import/staged';
import { emptyWarehouse, type SmallTables, smallWarehouse } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

let w: Warehouse | undefined;
afterEach(() => {
  w?.close();
  w = undefined;
});

type Row = SmallTables[string][number];
const people = (n: number, of: Row = {}): Row[] =>
  Array.from({ length: n }, (_, i) => ({
    technician_id: `T${String(i + 1).padStart(2, '0')}`,
    name: `T${i + 1}`,
    role: 'engineer',
    department: '客服部',
    ...of,
  }));
const job = (job_id: string, points: string | null, of: Row = {}): Row => ({
  job_id,
  technician_id: 'T01',
  finished_on: '2026-03-10',
  record_signed: 'yes',
  points,
  ...of,
});
const event = (event_id: string, kind: string, of: Row = {}): Row => ({
  event_id,
  technician_id: 'T01',
  date: '2026-03-20',
  kind,
  ...of,
});

async function month(tables: SmallTables, period = '2026-03', own: readonly OwnValue[] = []) {
  w?.close();
  w = await smallWarehouse({ technicians: people(3), ...tables });
  const rows = await bonus.run(bonusContext(w, own), { period });
  return (id: string) => rows.find((r) => r.technician_id === id);
}

describe('the base', () => {
  it('16.99 and exactly 17 points earn nothing, 17.01 earn 2.70, 18 earn 270', async () => {
    const points = { T01: '16.99', T02: '17', T03: '17.01', T04: '18' };
    const of = await month({
      technicians: people(4),
      jobs: Object.entries(points).flatMap(([technician_id, all]) => [
        job(`${technician_id}-1`, '10', { technician_id }),
        job(`${technician_id}-2`, exact(all).minus(10).toFixed(), { technician_id }),
      ]),
    });
    expect(Object.keys(points).map((id) => [of(id)?.net_points, of(id)?.performance_pay])).toEqual([
      ['16.99', '0.00'],
      ['17', '0.00'],
      ['17.01', '2.70'],
      ['18', '270.00'],
    ]);
  });

  it('a deduction that leaves less than nothing is not owed back; fines are', async () => {
    const of = await month({
      jobs: [job('A', '1.5')],
      service_events: [event('E1', 'safety_accident'), event('E2', 'complaint', { personal_cause: true })],
    });
    expect(of('T01')).toMatchObject({
      net_points: '-0.5',
      excess_points: '0',
      performance_pay: '0.00',
      total: '-200.00',
    });
  });
});

describe('whose repeat it is', () => {
  const first = job('A', '5', { finished_on: '2026-02-10' });

  it("a colleague repairing another's job earns its points; who did it badly loses them", async () => {
    const of = await month({
      jobs: [
        first,
        job('B', '20'),
        job('C', '4.5', { technician_id: 'T02', repeat_of: 'A', repeat_cause: 'personal' }),
        job('D', '20', { technician_id: 'T02' }),
      ],
    });
    expect(of('T01')).toMatchObject({ gross_points: '20', repeat_points: '4.5', net_points: '15.5' });
    expect(of('T02')).toMatchObject({ gross_points: '24.5', repeat_points: '0', performance_pay: '2025.00' });
  });

  it('repairing one’s own job badly done earns and costs the same', async () => {
    const of = await month({ jobs: [first, job('C', '4.5', { repeat_of: 'A', repeat_cause: 'personal' })] });
    expect(of('T01')).toMatchObject({ gross_points: '4.5', repeat_points: '4.5', net_points: '0' });
  });

  it('a repeat of a repeat costs who did the repeat before it, not who did the first job', async () => {
    const of = await month({
      jobs: [
        first,
        job('B', '4', { technician_id: 'T02', repeat_of: 'A', repeat_cause: 'personal' }),
        job('C', '3', { technician_id: 'T03', repeat_of: 'B', repeat_cause: 'personal' }),
      ],
    });
    expect(of('T01')).toMatchObject({ gross_points: '0', repeat_points: '4' });
    expect(of('T02')).toMatchObject({ gross_points: '4', repeat_points: '3' });
    expect(of('T03')).toMatchObject({ gross_points: '3', repeat_points: '0' });
  });
});

describe('accidents and complaints', () => {
  it('two accidents take 4 points, or 2 where it is once a month', async () => {
    const tables = {
      jobs: [job('A', '25')],
      service_events: [event('E1', 'safety_accident'), event('E2', 'safety_accident')],
    };
    expect((await month(tables))('T01')).toMatchObject({
      accidents: 2,
      safety_points: '4',
      net_points: '21',
    });
    const once = [ownValue('bonus.safety_per', '2026-01-01', 'month')];
    expect((await month(tables, '2026-03', once))('T01')).toMatchObject({
      accidents: 2,
      safety_points: '2',
      net_points: '23',
    });
  });

  it('a complaint under inquiry fines nobody and is asked about; once its cause is known, the month of its date is fined', async () => {
    const causes = [null, true, false];
    const of = await month({
      service_events: causes.map((personal_cause, i) =>
        event(`E${i}`, 'complaint', { technician_id: `T0${i + 1}`, personal_cause }),
      ),
    });
    expect(['T01', 'T02', 'T03'].map((id) => of(id)?.fines_complaint)).toEqual(['0.00', '200.00', '0.00']);
    if (!w) throw new Error('no warehouse');
    const ctx = bonusContext(w);
    const questions = await bonusQuestions.run(ctx, { period: '2026-03' });
    expect(questions.map((q) => [q.finding, q.source_id])).toEqual([['under_inquiry', 'E0']]);
    const april = await bonus.run(ctx, { period: '2026-04' });
    expect(april.map((r) => r.fines_complaint)).toEqual(['0.00', '0.00', '0.00']);
  });
});

describe('a coefficient that changes in mid-month', () => {
  const coefficients = [
    { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
    { work_type: '调试', category: 'commissioning', points: '3', effective_from: '2026-03-15' },
  ];
  const on = (id: string, day: string, of: Row = {}) =>
    job(id, null, { work_type: '调试', finished_on: day, ...of });

  it('holds from its day: 14 March at 2, 15 March at 3, and a repeat costs what it earns', async () => {
    const of = await month({
      coefficients,
      jobs: [
        on('A', '2026-03-14', { quantity: '2' }),
        on('B', '2026-03-15'),
        on('C', '2026-03-31', { technician_id: 'T02', repeat_of: 'A', repeat_cause: 'personal' }),
      ],
    });
    expect(of('T01')).toMatchObject({ gross_points: '7', repeat_points: '3', net_points: '4' });
    expect(of('T02')).toMatchObject({ gross_points: '3' });
  });

  it('the day a job began does not matter', async () => {
    const of = await month({ coefficients, jobs: [on('A', '2026-03-15', { started_on: '2026-03-01' })] });
    expect(of('T01')?.gross_points).toBe('3');
  });
});

describe('the quarter', () => {
  const scores = (values: readonly number[]): Row[] =>
    values.map((score, i) => ({
      quarter: '2026Q2',
      technician_id: `T${String(i + 1).padStart(2, '0')}`,
      score: String(score),
    }));
  async function quarter(tables: SmallTables, period = '2026Q2', own: readonly OwnValue[] = []) {
    w?.close();
    w = await smallWarehouse({ technicians: people(11), ...tables });
    return bonusQuarter.run(bonusContext(w, own), { period });
  }
  const told = (rows: Awaited<ReturnType<typeof quarter>>) =>
    rows.filter((r) => r.rank !== null).map((r) => `${r.rank}:${Number(r.award)}${r.tie_flag ? ':tie' : ''}`);

  it('a tie across 3 and 4 is flagged and shown as computed until it is decided', async () => {
    const rows = await quarter({ assessments: scores([99, 98, 90, 90, 80]) });
    expect(told(rows)).toEqual(['1:1500', '2:1500', '3:1500:tie', '3:1500:tie', '5:1000']);
  });

  it('a tie across 8 and 9 is flagged; one that begins at 9 gets nothing and is none', async () => {
    const eight = await quarter({ assessments: scores([99, 98, 97, 96, 95, 94, 93, 90, 90, 80]) });
    expect(told(eight).slice(7)).toEqual(['8:1000:tie', '8:1000:tie', '10:0']);
    const nine = await quarter({ assessments: scores([99, 98, 97, 96, 95, 94, 93, 92, 90, 90]) });
    expect(told(nine).slice(7)).toEqual(['8:1000', '9:0', '9:0']);
  });

  it('a tie across both bounds is flagged once, at the better award', async () => {
    const rows = await quarter({ assessments: scores([99, 98, ...Array(9).fill(90)]) });
    expect(told(rows).slice(2)).toEqual(Array(9).fill('3:1500:tie'));
  });

  const sale = (of: Row): Row => ({
    sale_id: 'S1',
    technician_id: 'T01',
    date: '2026-03-20',
    component_cost: '500',
    component_price: '1000',
    service_days: '2',
    service_fee: '2200',
    received_amount: '10000',
    received_in_full_on: '2026-04-01',
    ...of,
  });
  /** Each sale is another technician's: what each earns in a quarter. */
  const commissions = async (sales: readonly Row[], period = '2026Q2') => {
    const parts_sales = sales.map((of, i) =>
      sale({ sale_id: `S${i}`, technician_id: `T${String(i + 1).padStart(2, '0')}`, ...of }),
    );
    return (await quarter({ parts_sales }, period)).slice(0, sales.length).map((r) => r.parts_commission);
  };

  it('a margin of exactly 50 % earns 5 %, of exactly 35 % 3 %; a cent of cost more earns less', async () => {
    const costs = ['500', '500.01', '650', '650.01'];
    expect(await commissions(costs.map((component_cost) => ({ component_cost })))).toEqual([
      '400.00',
      '240.00',
      '240.00',
      '0.00',
    ]);
  });

  it('a service fee of exactly 1,100 a person-day earns, a cent less does not', async () => {
    expect(await commissions([{ service_fee: '2200' }, { service_fee: '2199.99' }])).toEqual([
      '400.00',
      '0.00',
    ]);
  });

  it('a sale of March received in full on 1 April belongs to the second quarter; received on 31 March to the first', async () => {
    const days = ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01', null];
    const sales = days.map((received_in_full_on) => ({ received_in_full_on }));
    expect(await commissions(sales, '2026Q1')).toEqual(['400.00', '0.00', '0.00', '0.00', '0.00']);
    expect(await commissions(sales, '2026Q2')).toEqual(['0.00', '400.00', '400.00', '0.00', '0.00']);
  });

  it('money given back after the quarter was paid takes the commission out of that quarter', async () => {
    w = await emptyWarehouse();
    const ctx = bonusContext(w);
    const asked = async () => (await bonusQuarter.run(ctx, { period: '2026Q2' }))[0];
    await load(w, 'technicians', people(1) as Record<string, string>[]);
    await load(w, 'parts_sales', [sale({}) as Record<string, string>]);
    expect(await asked()).toMatchObject({ parts_commission: '400.00', parts_team_share: '100.00' });
    await load(w, 'parts_sales', [sale({ received_amount: '4000' }) as Record<string, string>]);
    expect(await asked()).toMatchObject({ parts_commission: '160.00', parts_team_share: '40.00' });
    await load(w, 'parts_sales', [sale({ received_in_full_on: null }) as Record<string, string | null>]);
    expect(await asked()).toMatchObject({ parts_commission: '0.00', parts_team_share: '0.00' });
  });
});

describe('a technician who left', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-03-15', '2026-04-01', '2026-06-30'];
  const technicians = people(5).map((p, i): Row => ({ ...p, left_on: days[i] ?? null }));
  const each = (make: (technician_id: string) => Row[]) =>
    technicians.flatMap((p) => make(String(p.technician_id)));
  const sale = (technician_id: string, received_in_full_on: string): Row => ({
    sale_id: `${technician_id}/${received_in_full_on}`,
    technician_id,
    date: '2026-03-20',
    component_cost: '500',
    component_price: '1000',
    received_amount: '1000',
    received_in_full_on,
  });

  it('is paid for what falls into a period in which he was still there for a day, and for nothing later', async () => {
    w = await smallWarehouse({
      technicians,
      coefficients: [
        { work_type: '调试', category: 'commissioning', points: '2', effective_from: '2024-01-01' },
      ],
      jobs: each((technician_id) => [
        job(`A${technician_id}`, '20', { technician_id }),
        job(`B${technician_id}`, '20', { technician_id, finished_on: '2026-04-01' }),
        job(`C${technician_id}`, null, { technician_id, work_type: '调试', finished_on: '2025-10-10' }),
      ]),
      parts_sales: each((id) => [sale(id, '2026-06-30'), sale(id, '2026-07-01')]),
    });
    const ctx = bonusContext(w);
    const totals = async (period: string) =>
      (await bonus.run(ctx, { period })).map((r) => `${r.technician_id}:${r.total}`);
    expect(await totals('2026-03')).toEqual(['T03:810.00', 'T04:810.00', 'T05:810.00']);
    expect(await totals('2026-04')).toEqual(['T04:810.00', 'T05:810.00']);
    const parts = async (period: string) =>
      (await bonusQuarter.run(ctx, { period })).map((r) => `${r.technician_id}:${r.parts_commission}`);
    expect(await parts('2026Q2')).toEqual(['T04:40.00', 'T05:40.00']);
    expect(await parts('2026Q3')).toEqual([]);
    const half = await bonusHalf.run(ctx, { period: '2026H1' });
    expect(half.map((r) => `${r.technician_id}:${r.reward}`)).toEqual([
      'T02:30.00',
      'T03:30.00',
      'T04:30.00',
      'T05:30.00',
    ]);
  });
});

describe('whatever happens in a month', () => {
  const points = fc.integer({ min: 0, max: 40_000 }).map((n) => (n / 1000).toFixed(3));
  const technician = fc.constantFrom('T01', 'T02', 'T03');
  const cause = fc.constantFrom('personal', 'omission', 'product', null);
  const jobsOf = fc
    .array(
      fc.record({
        points,
        technician_id: technician,
        repeat: fc.option(fc.nat({ max: 5 }), { nil: null }),
        repeat_cause: cause,
        record_signed: fc.constantFrom('yes', 'no', 'waived', null),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map((j, i) =>
        job(`J${i}`, j.points, {
          technician_id: j.technician_id,
          record_signed: j.record_signed,
          ...(j.repeat !== null && j.repeat < i
            ? { repeat_of: `J${j.repeat}`, repeat_cause: j.repeat_cause }
            : {}),
        }),
      ),
    );
  const eventsOf = fc
    .array(
      fc.record({
        technician_id: technician,
        kind: fc.constantFrom(
          'safety_accident',
          'praise_letter',
          'cost_saving',
          'complaint',
          'dissatisfaction',
        ),
        personal_cause: fc.constantFrom(true, false, null),
        amount: fc.integer({ min: 20_000, max: 50_000 }).map((n) => (n / 100).toFixed(2)),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.map((e, i) => event(`E${i}`, e.kind, e)));

  it('pay is never negative, lines sum to the total, and the rows of the trace sum to every figure', async () => {
    await fc.assert(
      fc.asyncProperty(jobsOf, eventsOf, async (jobs, service_events) => {
        w?.close();
        w = await smallWarehouse({ technicians: people(3), jobs, service_events });
        const ctx = bonusContext(w);
        for (const row of await bonus.run(ctx, { period: '2026-03' })) {
          const total = exact(row.performance_pay ?? '0')
            .plus(row.praise)
            .plus(row.savings)
            .minus(row.fines_unsigned)
            .minus(row.fines_complaint);
          expect(Number(row.performance_pay)).toBeGreaterThanOrEqual(0);
          expect(row.total).toBe(total.toFixed(2));
          const trace = await bonusTrace.run(ctx, { period: '2026-03', technician: row.technician_id });
          for (const figure of [
            'gross_points',
            'repeat_points',
            'net_points',
            'praise',
            'savings',
            'total',
          ] as const) {
            const sum = trace
              .filter((t) => t.figure === figure)
              .reduce((s, t) => s.plus(t.effect ?? 0), exact(0));
            expect([figure, sum.toFixed()]).toEqual([figure, exact(row[figure] ?? '0').toFixed()]);
          }
        }
      }),
      { seed: 1, numRuns: 4 },
    );
  }, 60_000);
});
