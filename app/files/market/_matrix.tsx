import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { useCodes } from '@/app/_components/table/ReportTable';
import { shortDate } from '@/lib/format';
import type { MarketModel, MarketRow } from './_model';
import '../_parts/files.css';

/** Salespeople against months: when each report came, in words where it was late or is missing. */
export function MarketMatrix({ model }: { model: MarketModel }) {
  const t = useTranslations('market.matrix');
  const { months, people, params, counts } = model;
  const locale = useLocale();
  const words = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  const monthOf = (month: string) => words.format(new Date(`${month}-01T00:00:00Z`));
  if (people.length === 0) return null;
  const [chosen] = params.owner?.length === 1 ? params.owner : [undefined];
  return (
    <div className="flex-none border-line border-b">
      <Section title={t('title')} note={t('note')} rule="D-04">
        <div className="market-room">
          <table className="market">
            <thead>
              <tr>
                <th scope="col">{t('salesperson')}</th>
                {months.map((m) => (
                  <th key={m.month} scope="col" title={`${m.month} ${t('due', { day: m.due_on })}`}>
                    {monthOf(m.month)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {people.map((p) => (
                <tr key={p.salesperson}>
                  <th scope="row">
                    <ParamLink
                      set={{ owner: chosen === p.salesperson ? null : p.salesperson }}
                      aria-current={chosen === p.salesperson ? 'true' : undefined}
                    >
                      {p.salesperson}
                    </ParamLink>
                  </th>
                  {p.cells.map((cell, i) => (
                    <Cell key={months[i]?.month} cell={cell} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="sr-only">{t('sentence', { late: counts.late, missing: counts.missing })}</p>
      </Section>
    </div>
  );
}

function Cell({ cell }: { cell: MarketRow | null }) {
  const t = useTranslations('market.matrix');
  const codes = useCodes();
  if (!cell) return <td data-state="none" />;
  const { state, handed_in_on, days_late, due_on } = cell;
  const day = handed_in_on ? shortDate(handed_in_on, due_on) : null;
  return (
    <td data-state={state} title={t('due', { day: due_on })}>
      {state === 'late'
        ? t('late', { n: days_late ?? 0 })
        : state === 'on_time'
          ? day
          : (codes('market_state')[state] ?? state)}
    </td>
  );
}
