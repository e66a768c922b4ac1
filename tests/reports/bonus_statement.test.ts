import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { liveStatement, liveStatements } from '@/lib/reports/bonus_statement';
import { liveHalfStatements } from '@/lib/reports/bonus_statement_half';
import { liveQuarterStatements } from '@/lib/reports/bonus_statement_quarter';
import type { AnySheet, MonthSheet } from '@/lib/reports/bonus_statement_shape';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import { everything, soleViewer } from '@/lib/reports/viewer';
import { exact, sum } from '@/lib/rules/bonus_decimal';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

const months = ['2025-01', '2025-11', '2026-03', '2026-07'];
const points = (s: MonthSheet) => sum(s.lines.map((line) => line.points ?? '0'));
const amounts = (s: AnySheet) => sum(s.lines.map((line) => line.amount ?? '0'));

describe.skipIf(goldenMissing)('statements of a month (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, path.join(goldenDir, 'canonical'));
  });
  afterAll(() => w.close());

  it.each(months)('%s: the figures are those of the report, and the lines sum to them', async (period) => {
    const ctx = bonusContext(w);
    const rows = await bonus.run(ctx, { period });
    const sheets = await liveStatements(ctx, period);
    expect(sheets.map((s) => s.technician.technician_id)).toEqual(rows.map((r) => r.technician_id));
    for (const [i, s] of sheets.entries()) {
      expect(rows[i]).toMatchObject(s.figures);
      const total = exact(s.figures.performance_pay ?? '0').plus(amounts(s));
      expect([s.technician.technician_id, points(s).toFixed(), total.toFixed(2)]).toEqual([
        s.technician.technician_id,
        s.figures.net_points,
        s.figures.total,
      ]);
    }
  });

  it('the rows of the trace are the lines, with the same effects', async () => {
    const ctx = bonusContext(w);
    for (const s of await liveStatements(ctx, '2026-07')) {
      const technician = s.technician.technician_id;
      const trace = (await bonusTrace.run(ctx, { period: '2026-07', technician })).filter(
        (r) => !['figure', 'parameter', 'rule'].includes(r.source_kind) && r.figure !== 'accidents',
      );
      const size = (text: string | null) =>
        exact(text ?? '0')
          .abs()
          .toFixed();
      expect(trace.map((r) => [r.figure, r.source_id, size(r.effect), r.source_line]).sort()).toEqual(
        s.lines.map((l) => [l.figure, l.source_id, size(l.points ?? l.amount), l.source_line]).sort(),
      );
    }
  });

  it('one statement alone is the one among all, byte for byte', async () => {
    const ctx = bonusContext(w, [ownValue('bonus.point_rate', '2026-01-01', '271.5')]);
    const all = await liveStatements(ctx, '2026-07');
    for (const s of all.slice(0, 5)) {
      const alone = await liveStatement(ctx, '2026-07', s.technician.technician_id);
      expect(JSON.stringify(alone)).toBe(JSON.stringify(s));
    }
  });

  it.each(['2025Q4', '2026Q1', '2026Q2'])('%s: award and sales sum to the total', async (period) => {
    const ctx = bonusContext(w);
    const rows = await bonusQuarter.run(ctx, { period });
    const sheets = await liveQuarterStatements(ctx, period);
    expect(sheets.map((s) => ({ ...s.technician, ...s.figures }))).toMatchObject(rows.map((r) => ({ ...r })));
    for (const s of sheets) expect(amounts(s).toFixed(2)).toBe(s.figures.total);
    expect(sheets.some((s) => s.lines.some((l) => l.detail?.of === 'parts' && l.counts))).toBe(true);
  });

  it.each(['2025H2', '2026H1'])('%s: the projects sum to the reward', async (period) => {
    const ctx = bonusContext(w);
    const rows = await bonusHalf.run(ctx, { period });
    const sheets = await liveHalfStatements(ctx, period);
    expect(sheets.map((s) => ({ ...s.technician, ...s.figures }))).toMatchObject(rows.map((r) => ({ ...r })));
    for (const s of sheets) expect(amounts(s).toFixed(2)).toBe(s.figures.reward);
  });

  it('has none for nobody, and none for who is out of sight', async () => {
    expect(await liveStatement(bonusContext(w), '2026-07', 'T999')).toBeNull();
    const nobody = bonusContext(w, [], { ...soleViewer, scope: { ...everything, owners: ['li'] } });
    expect(await liveStatements(nobody, '2026-07')).toEqual([]);
  });
});
