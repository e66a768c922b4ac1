import { getTranslations } from 'next-intl/server';
import { answer } from '@/app/_lib/answer';
import { pageContext } from '@/app/_lib/context';
import { filingAnswer } from '@/app/_lib/filing';
import { personName } from '@/app/_lib/who';
import { BadParameterError } from '@/lib/reports/errors';
import { halfPeriod } from '@/lib/reports/params';
import { review } from '@/lib/reports/review';
import { reviewProblems } from '@/lib/reports/review_problems';
import { roundsOf } from '@/lib/reports/review-round';
import { rowsOf } from '@/lib/reports/run';

/** `GET /api/reviews/filing?period=2026H1&department=…`: one department's review for the marketing division. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const query = new URL(request.url).searchParams;
    const period = query.get('period') ?? '';
    if (!halfPeriod.safeParse(period).success)
      throw new BadParameterError('period', 'expected a half-year like 2026H1');
    const given = query.get('department');
    if (given === null) throw new BadParameterError('department', 'missing');
    const department = given || null;
    const ctx = await pageContext();
    const [all, problems, work, t] = await Promise.all([
      rowsOf(review, ctx, { period }),
      rowsOf(reviewProblems, ctx, { period }),
      roundsOf(ctx, period, ctx.today),
      getTranslations('filing'),
    ]);
    const rows = all.filter((r) => r.department === department);
    if (rows.length === 0) throw new BadParameterError('department', `"${given}" has no customers reviewed`);
    const round = work.rounds.find((r) => r.department === department);
    const name = department ?? t('noDepartment');
    const { signoff, filing } = round ?? { signoff: null, filing: null };
    const title = t('review.title', { department: name, period });
    return filingAnswer(
      ctx,
      title,
      {
        title,
        sheets: [
          { name: t('review.sheet'), columns: review.columns, rows },
          {
            name: t('review.problems'),
            columns: reviewProblems.columns,
            rows: problems.filter((p) => p.department === department),
          },
        ],
        about: {
          name: t('about'),
          lines: [
            [t('state'), t(filing ? 'filed' : signoff ? 'signed' : 'draft')],
            [t('signedBy'), signoff ? `${signoff.signed_by} ${signoff.signed_on}` : '—'],
            [t('filedBy'), filing ? `${filing.filed_by} ${filing.filed_on}` : '—'],
            [t('overWhy'), signoff?.reason ?? '—'],
            [t('customers'), String(rows.length)],
            [t('rules'), [...review.rules, 'R-11'].join(' ')],
            [t('dataVersion'), String(ctx.db.dataVersion())],
            [t('madeBy'), `${await personName(ctx.viewer.name)} ${ctx.today}`],
          ],
        },
      },
      { report: 'review', params: { period, department: given, filing: true }, rows: rows.length },
    );
  });
}
