import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Bar } from '@/app/_components/ui/Bar';
import { moneyInColumn, number } from '@/lib/format';
import type { WeekModel } from '../_model';
import './week.css';

/** By salesperson: what falls due as a bar, what the pace so far allows as a line across it, what is left over. */
export function OwnerPace({ model }: { model: WeekModel }) {
  const t = useTranslations('idleweek.pace');
  const columns = useTranslations('columns');
  const none = useTranslations('idle.none');
  const locale = useLocale();
  const { owners, params, horizon } = model;
  const rows = [...owners].sort(
    (a, b) => Number(a.owner === null) - Number(b.owner === null) || b.short - a.short || b.needed - a.needed,
  );
  const max = Math.max(1, ...rows.map((o) => Math.max(o.needed, o.capacity)));
  const [chosen] = params.owner?.length === 1 ? params.owner : [undefined];
  if (rows.length === 0) return null;
  return (
    <div className="flex-none border-line border-b pb-2">
      <Section title={t('title', { n: horizon.days })} note={t('note')} rule="V-07">
        <div className="pace-room">
          <table className="picture-table head-stays pace">
            <thead>
              <tr>
                <th scope="col">{columns('owner')}</th>
                <td className="picture" />
                <th scope="col">{columns('overdue')}</th>
                <th scope="col">{columns('due')}</th>
                <th scope="col" className="wide">
                  {columns('per_day')}
                </th>
                <th scope="col">{columns('capacity')}</th>
                <th scope="col">{columns('short')}</th>
                <th scope="col" className="wide">
                  {columns('value_at_stake')} {columns('units.wan')}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((o) => (
                <tr key={o.owner ?? ''}>
                  <th scope="row">
                    {o.owner === null ? (
                      <a href={`/ownership?as_of=${params.as_of}&view=unowned`} data-tone="full">
                        {none('owner')}
                      </a>
                    ) : (
                      <ParamLink
                        set={{ owner: chosen === o.owner ? null : o.owner }}
                        aria-current={chosen === o.owner ? 'true' : undefined}
                      >
                        {o.owner}
                      </ParamLink>
                    )}
                  </th>
                  <td className="picture">
                    <Bar value={o.needed} max={max} limit={o.owner === null ? undefined : o.capacity} />
                  </td>
                  <td data-tone={o.overdue > 0 ? 'over' : undefined}>{number(o.overdue)}</td>
                  <td>{number(o.due)}</td>
                  <td className="wide">{o.per_day}</td>
                  <td>{number(o.capacity)}</td>
                  <td className="short">{o.short === 0 ? '·' : number(o.short)}</td>
                  <td className="wide">{moneyInColumn(o.value_at_stake, locale)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className="sr-only">
          {t('sentence', { needed: model.needed, capacity: model.capacity, short: model.short })}
        </p>
      </Section>
    </div>
  );
}
