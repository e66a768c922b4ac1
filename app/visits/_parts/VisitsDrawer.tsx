import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { number, rate } from '@/lib/format';
import type { VisitsDetail } from '../_detail';
import { customersHref, formsHref, type VisitsModel } from '../_model';
import { useGroupName } from './names';

const tabs = [{ id: 'how' as const }, { id: 'rows' as const }, { id: 'history' as const }];

/** One group: each figure with its base and its rule, its rows, and the periods before. */
export function VisitsDrawer({
  model,
  detail,
  tab,
}: {
  model: VisitsModel;
  detail: VisitsDetail;
  tab: string | undefined;
}) {
  const t = useTranslations('visits');
  const nameOf = useGroupName();
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={nameOf(model.params.by, detail.row.group)}
      note={model.params.period}
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? <How model={model} detail={detail} /> : null}
      {shown === 'rows' ? <Behind model={model} detail={detail} /> : null}
      {shown === 'history' ? (
        <table className="w-full text-table [&_:is(td,th)]:border-line [&_:is(td,th)]:border-b [&_:is(td,th)]:py-1 [&_td]:text-right [&_th]:text-left [&_th]:font-normal">
          <thead className="text-ink-3 text-note">
            <tr>
              <th scope="col">{t('history.period')}</th>
              {(['coverage', 'breaches', 'late', 'strike'] as const).map((name) => (
                <th key={name} scope="col" className="text-right!">
                  {t(`history.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {detail.history.map(({ period, row }) => (
              <tr key={period}>
                <th scope="row">{period}</th>
                <td>{rate(row?.coverage ?? null)}</td>
                <td>{row ? number(row.approval_breaches) : '—'}</td>
                <td>{row ? number(row.minutes_late) : '—'}</td>
                <td>{rate(row?.strike_rate ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Drawer>
  );
}

type Part = { model: VisitsModel; detail: VisitsDetail };

function How({ model, detail: { row: r, before } }: Part) {
  const t = useTranslations('visits.how');
  const { minutesWithin, strikeDays } = model.policy;
  const of = (n: number, base: number) => `${number(n)} / ${number(base)}`;
  return (
    <>
      <Terms
        terms={[
          { label: t('done'), note: of(r.done, r.planned), rule: 'V-07', value: number(r.done) },
          { label: t('contacts'), rule: 'V-09', value: number(r.contacts) },
          {
            label: t('coverage'),
            note: of(r.customers_visited, r.customers_assigned),
            rule: 'V-06',
            value: rate(r.coverage),
          },
          {
            label: t('top'),
            note: of(r.top_visits, r.assigned_visits),
            rule: 'V-06',
            value: rate(r.top_decile_share),
          },
          {
            label: t('approved'),
            note: of(r.approved_before, r.approved_before + r.approval_breaches),
            rule: 'V-01',
            value: number(r.approved_before),
          },
          {
            label: t('onTime', { days: minutesWithin }),
            note: of(r.minutes_on_time, r.minutes_due),
            rule: 'V-02',
            value: number(r.minutes_on_time),
          },
          {
            label: t('cold'),
            note: of(r.cold_calls, r.first_contacts),
            rule: 'V-04',
            value: rate(r.cold_call_share),
          },
          {
            label: t('strike', { days: strikeDays }),
            note: of(r.visited_and_bought, r.customers_met),
            rule: 'V-07',
            value: rate(r.strike_rate),
          },
          { label: t('new'), rule: 'V-07', value: number(r.new_customers) },
        ]}
      />
      {before && model.compare.period ? (
        <p className="mt-3 text-ink-3 text-note">
          {t('before', {
            period: model.compare.period,
            coverage: rate(before.coverage),
            strike: rate(before.strike_rate),
            late: before.minutes_late,
          })}
        </p>
      ) : null}
    </>
  );
}

function Behind({ model, detail: { row: r } }: Part) {
  const t = useTranslations('visits.rows');
  const forms = [
    ['planned', r.planned],
    ['contacts', r.contacts],
    ['approval_breaches', r.approval_breaches],
    ['minutes_late', r.minutes_late],
    ['minutes_pending', r.minutes_pending],
    ['first_contacts', r.first_contacts],
  ] as const;
  const customers = [
    ['assigned', r.customers_assigned],
    ['visited', r.customers_visited],
    ['unvisited', r.customers_assigned - r.customers_visited],
    ['met', r.customers_met],
    ['bought', r.visited_and_bought],
    ['new', r.new_customers],
  ] as const;
  const line = (figure: string, n: number, href: string) => (
    <li key={figure} className="flex justify-between border-line border-b py-1 text-table last:border-b-0">
      <a className="text-accent" href={href}>
        {t(figure)}
      </a>
      <b>{number(n)}</b>
    </li>
  );
  return (
    <>
      <h3 className="mb-1 text-table">{t('forms')}</h3>
      <ul>{forms.map(([figure, n]) => line(figure, n, formsHref(model, figure, r.group)))}</ul>
      <h3 className="mt-3 mb-1 text-table">{t('customers')}</h3>
      <ul>{customers.map(([figure, n]) => line(figure, n, customersHref(model, figure, r.group)))}</ul>
    </>
  );
}
