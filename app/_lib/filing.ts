/** A workbook for the marketing division as an answer, in the reader's language, and recorded as an export. */
import { getTranslations } from 'next-intl/server';
import { contentTypes } from '@/lib/export';
import { type FilingBook, filingBook } from '@/lib/export/filing';
import { recordExport } from '@/lib/work/audit';
import { openWorkStore } from '@/lib/work/store';
import type { PageContext } from './context';
import { downloadHeaders } from './origin';

/** @param name of the file, without its ending */
export async function filingAnswer(
  ctx: PageContext,
  name: string,
  book: FilingBook,
  record: { report: string; params: Record<string, unknown>; rows: number },
): Promise<Response> {
  const [columns, codes] = await Promise.all([getTranslations('columns'), getTranslations('codes')]);
  const body = await filingBook(book, {
    header: (column) => (columns.has(column) ? columns(column) : column),
    code: (vocabulary, code) => (codes.has(`${vocabulary}.${code}`) ? codes(`${vocabulary}.${code}`) : code),
  });
  await recordExport(await openWorkStore(ctx.db.dir), {
    by: ctx.viewer.id,
    report: record.report,
    params: JSON.stringify(record.params),
    format: 'xlsx',
    rows: record.rows,
  });
  return new Response(Buffer.from(body), { headers: downloadHeaders(`${name}.xlsx`, contentTypes.xlsx) });
}
