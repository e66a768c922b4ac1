import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { payrollXlsx } from '@/lib/export/payroll-xlsx';
import { type Payroll, payrollOf } from '@/lib/reports/bonus_payroll';
import { statementsIn } from '@/lib/reports/bonus_statement_any';
import type { ReportContext } from '@/lib/reports/report';
import { exact, sum } from '@/lib/rules/bonus_decimal';
import { periodsPaidWith } from '@/lib/rules/bonus_paid';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { openWorkStore } from '@/lib/work/store';
import { bonusContext, ownValue } from '../reports/bonus_support';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { statementWords } from '../support/words';

describe('what is paid together', () => {
  it.each([
    ['2026-06', ['2026-06']],
    ['2026-04', ['2026-04', '2026Q1']],
    ['2026-07', ['2026-07', '2026Q2', '2026H1']],
    ['2026-10', ['2026-10', '2026Q3']],
    ['2027-01', ['2027-01', '2026Q4', '2026H2']],
    ['2026Q2', ['2026Q2']],
    ['2026H1', ['2026H1']],
  ])('with %s: %s', (period, together) => {
    expect(periodsPaidWith(period)).toEqual(together);
  });
});

describe.skipIf(goldenMissing)('a payroll (skipped where ../shared is missing)', () => {
  let w: Warehouse;
  let ctx: ReportContext;
  let payroll: Payroll;
  beforeAll(async () => {
    w = await emptyWarehouse();
    await loadCanonical(w, path.join(goldenDir, 'canonical'));
    await openWorkStore(w.dir);
    ctx = bonusContext(w);
    payroll = await payrollOf(ctx, '2026-07');
  });
  afterAll(async () => {
    await (await openWorkStore(w.dir)).close();
    await w.close();
  });

  const amounts = (rows: Payroll['rows']) => sum(rows.map((r) => exact(r.amount ?? '0'))).toFixed(2);

  it('pays everybody exactly what the statements come to', async () => {
    for (const period of ['2026-07', '2026Q2', '2026H1']) {
      for (const sheet of await statementsIn(ctx, period)) {
        const own = payroll.rows.filter(
          (r) => r.technician_id === sheet.technician.technician_id && r.period === period,
        );
        expect([sheet.technician.technician_id, period, amounts(own)]).toEqual([
          sheet.technician.technician_id,
          period,
          sheet.payable,
        ]);
      }
    }
  });

  it('lets the parts subsidiary pay commissions and the team their share, the company the rest', () => {
    const payers = (part: string) => [
      ...new Set(payroll.rows.filter((r) => r.part === part).map((r) => r.payer)),
    ];
    expect(payers('parts')).toEqual(['parts_subsidiary']);
    expect(payers('team_share')).toEqual(['parts_subsidiary']);
    expect(payers('performance')).toEqual(['company']);
    expect(payers('awards')).toEqual(['company']);
    const team = payroll.rows.filter((r) => r.part === 'team_share');
    expect(team.every((r) => r.technician_id === null)).toBe(true);
    // 80 % and 20 % of the same commissions, each rounded for each person.
    const parts = amounts(payroll.rows.filter((r) => r.part === 'parts'));
    expect(exact(amounts(team)).times(4).minus(parts).abs().toNumber()).toBeLessThan(0.5);
  });

  it('follows the policy where it names another payer', async () => {
    const other = bonusContext(w, [ownValue('payer.performance', '2026-07-01', 'parts_subsidiary')]);
    const { rows } = await payrollOf(other, '2026-07');
    expect([...new Set(rows.filter((r) => r.part === 'performance').map((r) => r.payer))]).toEqual([
      'parts_subsidiary',
    ]);
  });

  it.each(['zh-CN', 'en'] as const)('is a workbook of real numbers that add up, in %s', async (locale) => {
    const file = await payrollXlsx(payroll, {
      words: statementWords(locale),
      period: '2026-07',
      dataVersion: 7,
      generated: '2026-08-05 09:30',
      by: '=孔宁',
      dayOf: (instant) => instant.slice(0, 10),
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(file) as unknown as ArrayBuffer);
    const [cover, ...sheets] = book.worksheets;
    expect(sheets.map((s) => s.name)).toEqual(
      locale === 'en' ? ['the company', 'the parts subsidiary'] : ['公司', '备件子公司'],
    );
    const payers = [...new Set(payroll.rows.map((r) => r.payer))];
    sheets.forEach((sheet, i) => {
      const last = sheet.columnCount;
      const bodies = Array.from(
        { length: sheet.rowCount - 2 },
        (_, n) => sheet.getRow(n + 2).getCell(last).value,
      );
      const foot = sheet.getRow(sheet.rowCount).getCell(last).value;
      for (const value of [...bodies, foot]) expect(value).toBeTypeOf('number');
      const rows = payroll.rows.filter((r) => r.payer === payers[i]);
      expect(sum(bodies.map(String)).toFixed(2)).toBe(amounts(rows));
      expect(exact(String(foot)).toFixed(2)).toBe(amounts(rows));
    });
    const said: string[] = [];
    const numbers: number[] = [];
    cover?.eachRow((row) => {
      row.eachCell(({ value }) =>
        typeof value === 'number' ? numbers.push(value) : said.push(String(value)),
      );
    });
    expect(said).toEqual(expect.arrayContaining(['bonus.point_rate', 'parts.technician_share', "'=孔宁"]));
    expect(numbers).toEqual(expect.arrayContaining([7, 270, 0.8, Number(amounts(payroll.rows))]));
  });
});
