import { getLocale } from 'next-intl/server';
import { type DropAddress, onDrop } from '@/app/_lib/drops';
import { downloadHeaders, refused } from '@/app/_lib/origin';
import { readPreview } from '@/lib/import/drops';
import { rejectedOfPreview } from '@/lib/import/preview';
import { pendingOf } from '@/lib/import/uploads';

/** `GET …/rejected?place=`: the rejected rows of one file of the preview, to mend and load again. */
export function GET(request: Request, address: DropAddress): Promise<Response> {
  return onDrop(request, address, async (db, drop) => {
    const place = Number(new URL(request.url).searchParams.get('place') ?? '');
    const file = readPreview(db.dir, drop)?.files[place];
    const pending = drop.token === null ? null : pendingOf(db.dir, drop.token);
    const locale = (await getLocale()) === 'en' ? 'en' : 'zh';
    const bytes = file && pending ? rejectedOfPreview(pending, place, locale) : null;
    if (!file || !bytes) return refused('gone', 404, 'There are no such rows.');
    const stem = file.file.replace(/\.[^.]*$/, '');
    const name = `${stem}-${locale === 'zh' ? '被拒的行' : 'rejected'}.csv`;
    return new Response(Buffer.from(bytes), { headers: downloadHeaders(name, 'text/csv; charset=utf-8') });
  });
}
