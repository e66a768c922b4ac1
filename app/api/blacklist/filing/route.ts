import { getTranslations } from 'next-intl/server';
import { answer } from '@/app/_lib/answer';
import { pageContext } from '@/app/_lib/context';
import { filingAnswer } from '@/app/_lib/filing';
import { personName } from '@/app/_lib/who';
import { blacklist, blacklistBusiness } from '@/lib/reports/blacklist';
import { rowsOf } from '@/lib/reports/run';

/** `GET /api/blacklist/filing?department=…`: the lists in force today, for the marketing division. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const given = new URL(request.url).searchParams.get('department');
    const ctx = await pageContext();
    const [all, business, t] = await Promise.all([
      rowsOf(blacklist, ctx, { as_of: ctx.today }),
      rowsOf(blacklistBusiness, ctx, { as_of: ctx.today }),
      getTranslations('filing'),
    ]);
    const wanted = (row: { scope: string; department: string | null }) =>
      given === null || (given === '' ? row.scope === 'company' : row.department === given);
    const rows = all.filter((r) => r.removed_on === null && wanted(r));
    const title = t('blacklist.title', {
      list: given === null ? t('blacklist.all') : given || t('blacklist.company'),
      day: ctx.today,
    });
    return filingAnswer(
      ctx,
      title,
      {
        title,
        sheets: [
          { name: t('blacklist.sheet'), columns: blacklist.columns, rows },
          {
            name: t('blacklist.business'),
            columns: blacklistBusiness.columns,
            rows: business.filter(wanted),
          },
        ],
        about: {
          name: t('about'),
          lines: [
            [t('customers'), String(rows.length)],
            [t('rules'), 'R-10 R-12 A-07'],
            [t('dataVersion'), String(ctx.db.dataVersion())],
            [t('madeBy'), `${await personName(ctx.viewer.name)} ${ctx.today}`],
          ],
        },
      },
      {
        report: 'blacklist',
        params: { as_of: ctx.today, department: given, filing: true },
        rows: rows.length,
      },
    );
  });
}
