import { answer } from '@/app/_lib/answer';
import { currentViewer, today } from '@/app/_lib/context';
import { personName } from '@/app/_lib/who';
import { contentTypes, type Format, formats, writeReport } from '@/lib/export';
import { openData } from '@/lib/reports/open';
import { BadParameterError } from '@/lib/reports/params';
import { reportNamed } from '@/lib/reports/registry';
import { runReport } from '@/lib/reports/run';
import { recordExport } from '@/lib/work/audit';
import { openWorkStore } from '@/lib/work/store';

/** `GET /api/reports/<name>?…&format=json|csv|xlsx`: the same rows as the page and the command line. */
export function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return answer(async () => {
    const { name } = await params;
    const query = new URL(request.url).searchParams;
    const format = formatOf(query.get('format'));
    query.delete('format');
    const given: Record<string, string[]> = {};
    for (const key of new Set(query.keys())) given[key] = query.getAll(key);

    const viewer = currentViewer();
    const db = await openData();
    // T-05: the as-of date defaults to today, which this address supplies.
    if (!given.as_of && 'as_of' in reportNamed(name).params.shape) given.as_of = [today()];
    const result = await runReport(db, viewer, name, given);
    const body = await writeReport(result, format, await personName(viewer.name));
    if (format !== 'json') {
      await recordExport(await openWorkStore(db.dir), {
        by: viewer.id,
        report: name,
        params: JSON.stringify(result.params),
        format,
        rows: result.rows.length,
      });
    }
    const headers = new Headers({ 'content-type': contentTypes[format], 'cache-control': 'no-store' });
    if (format !== 'json') {
      headers.set('content-disposition', `attachment; filename="${fileName(name, result.params)}.${format}"`);
    }
    return new Response(Buffer.from(body), { headers });
  });
}

function formatOf(text: string | null): Format {
  if (text === null) return 'json';
  const format = formats.find((f) => f === text);
  if (!format) throw new BadParameterError('format', `expected one of ${formats.join(', ')}`);
  return format;
}

function fileName(name: string, params: Record<string, unknown>): string {
  const when = [params.period, params.as_of].filter((v) => typeof v === 'string');
  return [name, ...when].join('.');
}
