import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { addDays, shortDate } from '@/lib/format';
import { visitsWeeks } from '@/lib/reports/visits_mix';
import type { VisitsModel } from '../_model';
import { useGroupName } from './names';

/** The week of each salesperson: planned against done, customers met, those who bought (V-07). The latest week first. */
export function WeeksTable({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits.weeks');
  const nameOf = useGroupName();
  const { weeks, params } = model;
  if (weeks.length === 0) return <Empty>{t('empty', { period: params.period })}</Empty>;
  const { by } = params;
  const names = [...new Map(weeks.map((w) => [w.week, w.week_from]))].sort((a, b) => (a[0] < b[0] ? 1 : -1));
  return (
    <>
      <Section title={t('title')} note={t('note', { days: model.policy.strikeDays })} rule="V-07" />
      <ReportTable
        columns={tableColumns(visitsWeeks.columns, [
          { name: 'group', header: by, phone: 'title' },
          {
            name: 'done',
            header: 'done_of_planned',
            cell: { kind: 'fraction', of: 'planned' },
            phone: 'meta',
          },
          { name: 'contacts', phone: 'meta' },
          { name: 'customers_met', weight: 'strong', phone: 'value' },
          { name: 'customers_met', as: 'bar', header: '', cell: { kind: 'bar' }, width: 120, hide: 'narrow' },
          { name: 'visited_and_bought', zero: 'dot', phone: 'note' },
          { name: 'strike_rate', digits: 0, phone: 'note' },
        ])}
        rows={weeks.map((w) => ({
          ...w,
          key: `${w.week}/${w.group ?? ''}`,
          group: nameOf(by, w.group),
          href: href(
            '/rows/visits_rows',
            {},
            { ...asked({ ...params, period: w.week }), figure: 'contacts', group: w.group ?? '' },
          ),
        }))}
        rowKey="key"
        label={t('title')}
        tools={false}
        opens={{ column: 'href' }}
        initialSort="-customers_met"
        groupBy={{
          column: 'week',
          groups: names.map(([week, from]) => ({
            value: week,
            label: t('week', {
              week,
              from: shortDate(from, params.as_of),
              to: shortDate(addDays(from, 6), params.as_of),
            }),
          })),
          count: false,
        }}
      />
    </>
  );
}
