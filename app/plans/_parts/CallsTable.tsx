import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { planCalls } from '@/lib/reports/plan_rows';
import type { PlansModel } from '../_model';

/** Who is new, and how many calls a working day that makes (P-02). */
export function CallsTable({ model }: { model: PlansModel }) {
  const t = useTranslations('plans.calls');
  const { calls, params, policy } = model;
  if (calls.length === 0) return <Empty>{t('empty', { period: params.period, days: policy.newDays })}</Empty>;
  return (
    <>
      <Section
        title={t('title', { n: calls.length })}
        note={t('note', { calls: policy.calls, days: policy.newDays })}
        rule="P-02"
      />
      <ReportTable
        columns={tableColumns(planCalls.columns, [
          { name: 'salesperson', phone: 'title' },
          { name: 'department', weight: 'quiet', phone: 'meta' },
          { name: 'joined_on', phone: 'meta' },
          { name: 'working_days', phone: 'note' },
          { name: 'calls', weight: 'strong', phone: 'value' },
          { name: 'calls_asked', phone: 'note' },
          { name: 'calls_per_day', digits: 1 },
          { name: 'enough' },
        ])}
        rows={calls.map((c) => ({
          ...c,
          href: href(
            '/rows/visits_rows',
            {},
            {
              period: params.period,
              as_of: params.as_of,
              figure: 'contacts',
              method: 'phone',
              group: c.salesperson,
            },
          ),
        }))}
        rowKey="salesperson"
        label={t('title', { n: calls.length })}
        tools={false}
        opens={{ column: 'href' }}
      />
    </>
  );
}
