import { z } from 'zod';
import { answer } from '@/app/_lib/answer';
import { currentViewer, today } from '@/app/_lib/context';
import { personName } from '@/app/_lib/who';
import { dayOf, localMinute } from '@/app/bonuses/_time';
import { statementWords } from '@/app/bonuses/_words';
import { statementsPdf } from '@/lib/export/statement-pdf';
import { statementIn, statementPeriod, statementsIn } from '@/lib/reports/bonus_statement_any';
import { periodState, signaturesUnder } from '@/lib/reports/bonus_statement_standing';
import { openReports } from '@/lib/reports/open';
import { BadParameterError, readParams } from '@/lib/reports/params';
import { recordExport } from '@/lib/work/audit';
import { openWorkStore } from '@/lib/work/store';

const params = z.strictObject({ period: statementPeriod, technician: z.string().min(1).optional() });

/** `GET /api/bonuses/statements?period=2026-07&technician=T001`: a statement as PDF, or all of a period in one file. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams;
    const given = Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key)]));
    const { period, technician } = readParams(params, given);
    const viewer = currentViewer();
    const ctx = await openReports(viewer, today());
    const sheets = technician
      ? [await statementIn(ctx, period, technician)].filter((s) => s !== null)
      : await statementsIn(ctx, period);
    if (technician && sheets.length === 0)
      throw new BadParameterError('technician', `"${technician}" has no statement in ${period}`);
    const [words, state, signatures] = await Promise.all([
      statementWords(),
      periodState(ctx, period),
      signaturesUnder(ctx, period, sheets),
    ]);
    const now = new Date();
    const closedOn = state.closed ? dayOf(state.closed.at) : null;
    const steps = state.steps.map(({ step, by, at }) => ({ step, by, on: dayOf(at) }));
    const pdf = await statementsPdf(
      sheets.map((sheet) => {
        const signature = signatures.get(sheet.technician.technician_id);
        const signed = signature && !signature.void ? { by: signature.by, on: dayOf(signature.at) } : null;
        return { sheet, closedOn, steps, signed };
      }),
      {
        words,
        title: ['bonus', period, technician].filter(Boolean).join(' '),
        printed: words.t('printed', {
          by: await personName(viewer.name),
          time: localMinute(now),
          version: String(ctx.db.dataVersion()),
        }),
        now,
      },
    );
    await recordExport(await openWorkStore(ctx.db.dir), {
      by: viewer.id,
      report: 'bonus_statement',
      params: JSON.stringify({ period, technician }),
      format: 'pdf',
      rows: sheets.length,
    });
    const name = ['bonus_statement', period, technician].filter(Boolean).join('.');
    return new Response(Buffer.from(pdf), {
      headers: {
        'content-type': 'application/pdf',
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="bonus.pdf"; filename*=UTF-8''${encodeURIComponent(name)}.pdf`,
      },
    });
  });
}
