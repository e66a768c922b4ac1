import { useTranslations } from 'next-intl';
import { NONE, pay, points } from '@/lib/format';
import type { BonusDetail } from '../_detail';

/** Six months of one person, each leading to its statement. */
export function MonthHistory({ id, history }: { id: string; history: BonusDetail['history'] }) {
  const t = useTranslations('bonuses.history');
  return (
    <table className="w-full text-table leading-6">
      <thead className="text-ink-3 text-note">
        <tr className="border-line-strong border-b">
          <th scope="col" className="text-left font-medium">
            {t('month')}
          </th>
          <th scope="col" className="text-right font-medium">
            {t('points')}
          </th>
          <th scope="col" className="text-right font-medium">
            {t('total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ period, row }) => (
          <tr key={period} className="border-line border-b">
            <th scope="row" className="text-left font-normal">
              {row ? (
                <a
                  href={`/bonuses/${encodeURIComponent(id)}?period=${period}`}
                  className="text-accent hover:underline"
                >
                  {period}
                </a>
              ) : (
                period
              )}
            </th>
            <td className="text-right">
              {row ? (
                row.net_points === null ? (
                  NONE
                ) : (
                  points(row.net_points)
                )
              ) : (
                <span className="text-ink-3">{t('none')}</span>
              )}
            </td>
            <td className="text-right font-medium">{row && row.total !== null ? pay(row.total) : NONE}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
