import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { bonusRecords } from '@/lib/reports/bonus_records';
import { bonusTeam } from '@/lib/reports/bonus_team';
import { exact, plain, sum } from '@/lib/rules/bonus_decimal';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical, smallWarehouse } from '../support/golden';
import { bonusContext } from './bonus_support';

describe('the records behind a month', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await smallWarehouse({
      technicians: [
        { technician_id: 'T1', name: '甲', role: 'engineer', department: '客服部', region: '华东' },
        { technician_id: 'T2', name: '乙', role: 'service_admin', department: '客服部', region: '华东' },
      ],
      customers: [{ customer_id: 'C1', name: '医院', kind: 'trade' }],
      coefficients: [{ work_type: '维修', category: 'repair', points: '1.5', effective_from: '2026-01-01' }],
      jobs: [
        {
          job_id: 'J1',
          technician_id: 'T1',
          customer_id: 'C1',
          work_type: '维修',
          quantity: '2',
          finished_on: '2026-03-31',
          record_signed: 'no',
        },
        {
          job_id: 'J2',
          technician_id: 'T1',
          work_type: '维修',
          finished_on: '2026-04-01',
          record_signed: 'yes',
        },
        {
          job_id: 'J3',
          technician_id: 'T2',
          work_type: '维修',
          finished_on: '2026-03-31',
          record_signed: 'yes',
        },
        { job_id: 'J4', technician_id: 'T1', work_type: '维修', finished_on: '2026-03-01' },
      ],
    });
  });
  afterAll(() => w.close());

  it('names work, customer, coefficient and quantity of each job that counts in March', async () => {
    const rows = await bonusRecords.run(bonusContext(w), { period: '2026-03' });
    const shown = rows.map((r) => [r.figure, r.source_id, r.customer_name, r.coefficient, r.quantity]);
    expect(shown).toEqual([
      ['fines_unsigned', 'J1', '医院', null, null],
      ['gross_points', 'J4', null, '1.500', '1.000000'],
      ['gross_points', 'J1', '医院', '1.500', '2.000000'],
    ]);
  });

  it('leaves out who has no statement, and keeps to the figures asked for', async () => {
    const rows = await bonusRecords.run(bonusContext(w), { period: '2026-03', figure: ['fines_unsigned'] });
    expect(rows.map((r) => r.source_id)).toEqual(['J1']);
  });

  it('counts the jobs of March, those of April not', async () => {
    const team = await bonusTeam.run(bonusContext(w), { period: '2026-03' });
    expect(team).toEqual([
      { technician_id: 'T1', name: '甲', role: 'engineer', department: '客服部', region: '华东', jobs: 2 },
    ]);
  });
});

describe.skipIf(goldenMissing)('the golden company (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, `${goldenDir}/canonical`);
  });
  afterAll(() => w.close());

  it.each(['2026-03', '2026-07'])('adds up to the statements of %s', async (period) => {
    const ctx = bonusContext(w);
    const [rows, statements, team] = await Promise.all([
      bonusRecords.run(ctx, { period }),
      bonus.run(ctx, { period }),
      bonusTeam.run(ctx, { period }),
    ]);
    expect(team.map((t) => t.technician_id)).toEqual(statements.map((s) => s.technician_id));
    for (const s of statements) {
      const of = (figure: string) =>
        rows.filter((r) => r.technician_id === s.technician_id && r.figure === figure);
      const points = (figure: string) => plain(sum(of(figure).map((r) => exact(r.points ?? '0'))));
      expect([points('gross_points'), points('repeat_points')]).toEqual([s.gross_points, s.repeat_points]);
      expect(of('accidents').length).toBe(s.accidents);
      expect(sum(of('praise').map((r) => r.amount ?? '0')).toFixed(2)).toBe(s.praise);
      expect(of('gross_points').length).toBe(team.find((t) => t.technician_id === s.technician_id)?.jobs);
    }
  });
});
