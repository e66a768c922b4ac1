import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { moneyExact, number, rate } from '@/lib/format';
import type { PlanHistory } from '../_detail';
import { missing, type PlansModel, recordsHref } from '../_model';

const tabs = [{ id: 'how' as const }, { id: 'rows' as const }, { id: 'history' as const }];

/** One line of the plan: how each figure came about, its records, and its months of the year. */
export function PlanDrawer({
  model,
  detail,
  tab,
}: {
  model: PlansModel;
  detail: PlanHistory;
  tab: string | undefined;
}) {
  const t = useTranslations('plans');
  const locale = useLocale();
  const { row, months } = detail;
  const exact = (yuan: string | null) => (yuan === null ? '—' : moneyExact(yuan, locale));
  const shown = tabOf(tabs, tab);
  const figures = [
    ['plan', row.plan_amount === null ? null : exact(row.plan_amount)],
    ['sales', exact(row.actual_amount)],
    ['visits', number(row.actual_visits)],
    ['new', number(row.actual_new)],
  ] as const;
  return (
    <Drawer
      title={row.group ?? t(`none.${model.params.by}`)}
      note={model.params.period}
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? (
        <Terms
          terms={[
            { label: t('how.plan'), rule: 'P-01', value: exact(row.plan_amount) },
            { label: t('how.sold'), rule: 'P-01', value: exact(row.actual_amount) },
            { label: t('how.attainment'), rule: 'P-01', value: rate(row.attainment) },
            { label: t('how.left'), rule: 'P-01', value: exact(missing(row)) },
            { label: t('how.elapsed'), note: model.params.as_of, rule: 'T-01', value: rate(row.elapsed) },
            { label: t('how.pace'), note: t('how.paceNote'), rule: 'P-01', value: exact(row.run_rate) },
            { label: t('how.expected'), rule: 'P-01', value: rate(row.expected), sum: true },
          ]}
        />
      ) : null}
      {shown === 'rows' ? (
        <ul>
          {figures.map(([figure, value]) => (
            <li
              key={figure}
              className="flex justify-between border-line border-b py-1 text-table last:border-b-0"
            >
              <a className="text-accent" href={recordsHref(model, figure, row.group)}>
                {t(`rows.${figure}`)}
              </a>
              <b>{value ?? '—'}</b>
            </li>
          ))}
        </ul>
      ) : null}
      {shown === 'history' ? (
        <table className="w-full text-table [&_:is(td,th)]:border-line [&_:is(td,th)]:border-b [&_:is(td,th)]:py-1 [&_td]:text-right [&_th]:text-left [&_th]:font-normal">
          <thead className="text-ink-3 text-note">
            <tr>
              <th scope="col">{t('history.month')}</th>
              {(['plan', 'sold', 'attainment'] as const).map((name) => (
                <th key={name} scope="col" className="text-right!">
                  {t(`history.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((m) => (
              <tr key={m.month}>
                <th scope="row">{m.month}</th>
                <td>{m.plan_amount === null ? '—' : number(m.plan_amount)}</td>
                <td>{number(m.actual_amount)}</td>
                <td>{rate(m.attainment, 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Drawer>
  );
}
