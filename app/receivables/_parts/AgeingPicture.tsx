import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { money, moneyInColumn, NONE, number, ZERO } from '@/lib/format';
import { type Age, type Ageing, ages, type ReceivablesModel } from '../_model';
import './receivables.css';

/** What is open by age, all and by department: a bar on one scale beside the amounts it is made of. */
export function AgeingPicture({ model }: { model: ReceivablesModel }) {
  const t = useTranslations('receivables');
  const columns = useTranslations('columns');
  const locale = useLocale();
  const { whole, departments, params, view } = model;
  if (Number(whole.open) === 0) return null;
  const several = departments.length > 1;
  const max = several ? Math.max(...departments.map((d) => Number(d.open))) : Number(whole.open);
  return (
    <div className="@container flex-none border-line border-b pb-2">
      <Section title={t('ageing.title')} note={t('ageing.note', { unit: columns('units.wan') })} rule="A-03">
        <table className="picture-table ageing">
          <thead>
            <tr>
              <th scope="col">{columns('department')}</th>
              <td className="picture" />
              {ages.map((age) => (
                <th key={age} scope="col" className="amount">
                  <ParamLink
                    set={{ view: view === age ? null : age }}
                    aria-current={view === age ? 'true' : undefined}
                  >
                    <i data-age={age} />
                    {columns(age)}
                  </ParamLink>
                </th>
              ))}
              <th scope="col" className="amount">
                {t('ageing.open')}
              </th>
            </tr>
          </thead>
          <tbody>
            {several
              ? departments.map((d) => {
                  const name = d.department;
                  const chosen = name !== null && params.department?.includes(name);
                  return (
                    <Line
                      key={name ?? ''}
                      ageing={d}
                      max={max}
                      label={
                        name === null ? (
                          t('none.department')
                        ) : (
                          <ParamLink set={{ department: chosen ? null : name }}>{name}</ParamLink>
                        )
                      }
                    />
                  );
                })
              : null}
            <Line
              whole
              ageing={whole}
              max={Number(whole.open)}
              label={
                several || departments[0]?.department === null
                  ? t('ageing.whole')
                  : (departments[0]?.department ?? NONE)
              }
            />
          </tbody>
        </table>
      </Section>
      <p className="sr-only">
        {t('ageing.sentence', {
          open: money(whole.open, locale),
          overdue: money(whole.overdue, locale),
          old: money(whole.ages.d91, locale),
          n: number(whole.customers),
        })}
      </p>
    </div>
  );
}

interface LineProps {
  ageing: Ageing;
  /** The bar's scale: the largest department; the whole has its own, so that its shares can be read. */
  max: number;
  label: ReactNode;
  whole?: boolean;
}

function Line({ ageing, max, label, whole }: LineProps) {
  const locale = useLocale();
  const columns = useTranslations('columns');
  return (
    <tr data-whole={whole || undefined}>
      <th scope="row">{label}</th>
      <td className="picture">
        <span className="ageing-bar" aria-hidden="true">
          {ages.map((age) => (
            <i key={age} data-age={age} style={{ width: part(ageing.ages[age], max) }} />
          ))}
        </span>
      </td>
      {ages.map((age: Age) => (
        <td key={age} className="amount" data-label={columns(age)}>
          {Number(ageing.ages[age]) === 0 ? ZERO : moneyInColumn(ageing.ages[age], locale)}
        </td>
      ))}
      <td className="amount open" data-label={columns('open_amount')}>
        {moneyInColumn(ageing.open, locale)}
      </td>
    </tr>
  );
}

const part = (value: string, max: number) => (max > 0 ? `${(Number(value) / max) * 100}%` : '0');
