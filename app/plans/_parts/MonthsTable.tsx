import { useTranslations } from 'next-intl';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { href, type SearchParams } from '@/app/_lib/url';
import { planMonths } from '@/lib/reports/plan';
import type { PlansModel } from '../_model';

/** Plan against actual month by month, the year of the chart; a month turns the page to it. */
export function MonthsTable({ model, search }: { model: PlansModel; search: SearchParams }) {
  const t = useTranslations('plans');
  const { months, params } = model;
  const year = params.period.slice(0, 4);
  if (months.length === 0) return <Empty>{t('empty', { period: year })}</Empty>;
  return (
    <ReportTable
      title={t('months', { year })}
      note={t('monthsNote')}
      rule="P-01"
      columns={tableColumns(planMonths.columns, [
        { name: 'month', width: 110, phone: 'title' },
        { name: 'plan_amount', unit: 'wan', phone: 'note' },
        { name: 'actual_amount', unit: 'wan', weight: 'strong', phone: 'value' },
        { name: 'attainment', digits: 0, phone: 'meta' },
        {
          name: 'attainment',
          as: 'bar',
          header: '',
          cell: { kind: 'bar', limit: 1 },
          width: 110,
          hide: 'narrow',
        },
        { name: 'actual_visits', header: 'visits_of_plan', cell: { kind: 'fraction', of: 'plan_visits' } },
        { name: 'actual_new', header: 'new_of_plan', cell: { kind: 'fraction', of: 'plan_new' } },
        { name: 'elapsed', header: 'working_days_gone', digits: 0, hide: 'narrow' },
      ])}
      rows={months.map((m) => ({
        ...m,
        href: href('/plans', search, { period: m.month, view: null, row: null, tab: null }),
      }))}
      rowKey="month"
      opens={{ column: 'href' }}
      tools={false}
      density="standard"
    />
  );
}
