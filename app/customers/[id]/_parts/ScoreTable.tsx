import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useCodes } from '@/app/_components/table/ReportTable';
import { Bar } from '@/app/_components/ui/Bar';
import { href } from '@/app/_lib/url';
import { number } from '@/lib/format';
import type { customerScores } from '@/lib/reports/customer_file';

interface Props {
  scores: Awaited<ReturnType<typeof customerScores.run>>;
  department: string | null;
  customer: string;
}

/** Half-years down, the score as a bar; each leads to its review. */
export function ScoreTable({ scores, department, customer }: Props) {
  const t = useTranslations('customer.scores');
  const codes = useCodes();
  return (
    <div className="px-edge">
      <table className="customer-ledger customer-scores">
        <thead>
          <tr>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('tier')}</th>
            <td />
            <th scope="col">{t('score')}</th>
            <th scope="col">{t('problems')}</th>
            <th scope="col">{t('proposal')}</th>
          </tr>
        </thead>
        <tbody>
          {scores.toReversed().map((s) => (
            <tr key={s.period}>
              <th scope="row">
                <Link
                  className="text-accent"
                  prefetch={false}
                  href={href(
                    '/reviews',
                    {},
                    {
                      period: s.period,
                      view: 'all',
                      row: customer,
                      ...(department === null ? {} : { department }),
                    },
                  )}
                >
                  {s.period}
                </Link>
              </th>
              <td className="left">{codes('tier')[s.tier ?? 'none']}</td>
              <td className="bar">
                <Bar value={Number(s.score)} max={100} />
              </td>
              <td>{s.score}</td>
              <td>{s.problems === 0 ? '·' : number(s.problems)}</td>
              <td className="left">
                {codes('proposal')[s.proposal]}
                {s.proposed_tier === s.tier ? null : ` ${codes('tier')[s.proposed_tier ?? 'none']}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
