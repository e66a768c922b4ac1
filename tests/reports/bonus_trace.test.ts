import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bonus } from '@/lib/reports/bonus';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { bonusTrace } from '@/lib/reports/bonus_trace';
import type { TraceRow } from '@/lib/reports/bonus_trace_row';
import type { ReportContext } from '@/lib/reports/report';
import { everything, soleViewer } from '@/lib/reports/viewer';
import { exact, sum } from '@/lib/rules/bonus_decimal';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { bonusContext, ownValue } from './bonus_support';

const reports = [
  {
    report: bonus,
    periods: ['2025-01', '2025-11', '2026-02', '2026-03', '2026-07'],
    money: /pay|praise|savings|fines|total/,
  },
  { report: bonusQuarter, periods: ['2025Q4', '2026Q1', '2026Q2'], money: /award|parts|total/ },
  { report: bonusHalf, periods: ['2025H2', '2026H1'], money: /reward/ },
] as const;
const describing = new Set(['technician_id', 'name', 'role', 'closed', 'tie_flag', 'pay_month']);

/** Each figure that differs from the sum of its rows; money is rounded once, at the end. */
function wrongSums(statement: Record<string, unknown>, rows: readonly TraceRow[], money: RegExp): string[] {
  return Object.entries(statement).flatMap(([figure, shown]) => {
    if (describing.has(figure)) return [];
    const behind = rows.filter((r) => r.figure === figure);
    if (shown === null) return behind.length === 0 ? [] : [`${figure}: rows behind nothing`];
    const total = sum(behind.map((r) => r.effect ?? '0'));
    const rounded = money.test(figure) ? total.toFixed(2) : total;
    return exact(String(shown)).eq(rounded)
      ? []
      : [`${figure}: ${String(shown)}, its rows ${total.toFixed()}`];
  });
}

describe.skipIf(goldenMissing)('the trace of every statement (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, path.join(goldenDir, 'canonical'));
  });
  afterAll(() => w.close());

  async function check(ctx: ReportContext, onePeriodEach = false): Promise<number> {
    let rows = 0;
    for (const { report, periods, money } of reports) {
      for (const period of onePeriodEach ? periods.slice(-1) : periods) {
        for (const statement of await report.run(ctx, { period })) {
          const trace = await bonusTrace.run(ctx, { period, technician: statement.technician_id });
          rows += trace.length;
          const wrong = wrongSums({ ...statement }, trace, money);
          expect(wrong, `${statement.technician_id} in ${period}`).toEqual([]);
        }
      }
    }
    return rows;
  }

  it('sums to every figure, with the defaults', async () => {
    expect(await check(bonusContext(w))).toBeGreaterThan(4000);
  });

  it('sums to every figure, with other rates and one deduction a month', async () => {
    await check(
      bonusContext(w, [
        ownValue('bonus.base_points', '2020-01-01', '9.125'),
        ownValue('bonus.point_rate', '2020-01-01', '123.457'),
        ownValue('bonus.safety_per', '2020-01-01', 'month'),
        ownValue('bonus.default_quantity', '2020-01-01', '1.5'),
        ownValue('fine.unsigned', '2026-01-01', '33.33'),
        ownValue('parts.low_margin', '2020-01-01', '0.1'),
        ownValue('parts.high_rate', '2020-01-01', '0.0333'),
        ownValue('bonus.no_repeat_months', '2020-01-01', 3),
      ]),
      true,
    );
  });

  it('says for each row of a file which import, file and line it is', async () => {
    const rows = await bonusTrace.run(bonusContext(w), { period: '2026-03', technician: 'T001' });
    const fromFiles = rows.filter((r) => !['figure', 'parameter', 'rule'].includes(r.source_kind));
    expect(fromFiles.length).toBeGreaterThan(10);
    for (const r of fromFiles) {
      expect(r.source_file).toMatch(/^(jobs|service_events)\.csv$/);
      expect(r.source_line).toBeGreaterThan(1);
      expect(r.source_import).toBe(1);
    }
  });

  it('shows nothing of somebody out of sight, and nothing of nobody', async () => {
    const south = { ...soleViewer, scope: { ...everything, regions: ['西南'] } };
    const ctx = bonusContext(w, [], south);
    expect(await bonusTrace.run(ctx, { period: '2026-03', technician: 'T001' })).toEqual([]);
    expect(await bonusTrace.run(bonusContext(w), { period: '2026-03', technician: 'T999' })).toEqual([]);
    expect((await bonusTrace.run(ctx, { period: '2026-03', technician: 'T002' })).length).toBeGreaterThan(0);
  });
});
