import { z } from 'zod';
import { answer } from '@/app/_lib/answer';
import { currentViewer, today } from '@/app/_lib/context';
import { personName } from '@/app/_lib/who';
import { dayOf, localMinute } from '@/app/bonuses/_time';
import { statementWords } from '@/app/bonuses/_words';
import { contentTypes } from '@/lib/export';
import { toCsv } from '@/lib/export/csv';
import { payrollXlsx } from '@/lib/export/payroll-xlsx';
import { type Payroll, payrollOf } from '@/lib/reports/bonus_payroll';
import { statementPeriod } from '@/lib/reports/bonus_statement_any';
import { openReports } from '@/lib/reports/open';
import { readParams } from '@/lib/reports/params';
import type { Cell } from '@/lib/reports/report';
import { recordExport } from '@/lib/work/audit';
import { openWorkStore } from '@/lib/work/store';

const params = z.strictObject({
  period: statementPeriod,
  format: z.enum(['xlsx', 'csv'], 'expected xlsx or csv').default('xlsx'),
});

/** `GET /api/bonuses/payroll?period=2026-07&format=xlsx|csv`: what is paid, by payer, with what it rests on. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams;
    const given = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]));
    const { period, format } = readParams(params, given);
    const viewer = currentViewer();
    const ctx = await openReports(viewer, today());
    const payroll = await payrollOf(ctx, period);
    const now = new Date();
    const body =
      format === 'csv'
        ? new TextEncoder().encode(csvOf(payroll, period, ctx.db.dataVersion(), now))
        : await payrollXlsx(payroll, {
            words: await statementWords(),
            period,
            dataVersion: ctx.db.dataVersion(),
            generated: localMinute(now),
            by: await personName(viewer.name),
            dayOf,
          });
    await recordExport(await openWorkStore(ctx.db.dir), {
      by: viewer.id,
      report: 'bonus_payroll',
      params: JSON.stringify({ period }),
      format,
      rows: payroll.rows.length,
    });
    return new Response(Buffer.from(body), {
      headers: {
        'content-type': contentTypes[format],
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="bonus_payroll.${period}.${format}"`,
      },
    });
  });
}

const csvOf = ({ rows }: Payroll, period: string, data_version: number, now: Date): string =>
  toCsv({
    report: 'bonus_payroll',
    params: { period },
    data_version,
    generated_at: `${now.toISOString().slice(0, 19)}Z`,
    rows: rows as unknown as Record<string, Cell>[],
  });
