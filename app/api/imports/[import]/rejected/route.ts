import { getLocale } from 'next-intl/server';
import { downloadHeaders, refused } from '@/app/_lib/origin';
import { importDetail, rejectedFile } from '@/lib/import/imports';
import { openData } from '@/lib/reports/open';

/** `GET /api/imports/<number>/rejected?file=<number>`: the rejected rows of a file, to mend and load again. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ import: string }> },
): Promise<Response> {
  const id = Number((await params).import);
  const fileId = Number(new URL(request.url).searchParams.get('file') ?? '');
  const db = await openData();
  const detail = Number.isInteger(id) ? await importDetail(db, id) : null;
  const file = detail?.contents.find((f) => f.file_id === fileId);
  if (!file) return refused('gone', 404, 'There is no such file.');
  const locale = (await getLocale()) === 'en' ? 'en' : 'zh';
  const bytes = await rejectedFile(db, id, fileId, locale);
  const name = `${file.file.replace(/\.[^.]*$/, '')}-${locale === 'zh' ? '被拒的行' : 'rejected'}.csv`;
  return new Response(Buffer.from(bytes), { headers: downloadHeaders(name, 'text/csv; charset=utf-8') });
}
