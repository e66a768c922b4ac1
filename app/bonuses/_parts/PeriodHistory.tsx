import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { NONE, pay } from '@/lib/format';

/** The totals of one person over some periods; each leads to its period. */
export function PeriodHistory({ history }: { history: readonly { period: string; total: string | null }[] }) {
  const t = useTranslations('bonuses');
  return (
    <table className="w-full text-table leading-6">
      <thead className="text-ink-3 text-note">
        <tr className="border-line-strong border-b">
          <th scope="col" className="text-left font-medium">
            {t('history6.period')}
          </th>
          <th scope="col" className="text-right font-medium">
            {t('history.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {history.map(({ period, total }) => (
          <tr key={period} className="border-line border-b">
            <th scope="row" className="text-left font-normal">
              <ParamLink set={{ period }} className="text-accent hover:underline">
                {period}
              </ParamLink>
            </th>
            <td className="text-right font-medium">{total === null ? NONE : pay(total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
