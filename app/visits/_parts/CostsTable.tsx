import { useLocale, useTranslations } from 'next-intl';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { moneyExact } from '@/lib/format';
import { visitsCosts } from '@/lib/reports/visits_costs';
import { seenIn, type VisitsModel } from '../_model';

/** Gifts and receptions of each customer against what it bought in the period (V-11). */
export function CostsTable({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits.costs');
  const locale = useLocale();
  const { costs, params, summary } = model;
  if (costs.length === 0) return <Empty>{t('empty', { period: params.period })}</Empty>;
  const seen = seenIn(model);
  return (
    <ReportTable
      title={t('title', { n: costs.length })}
      note={t('note', { cost: moneyExact(summary.cost, locale), n: summary.unapproved_costs })}
      rule="V-11"
      columns={tableColumns(visitsCosts.columns, [
        { name: 'name', header: 'customer', cell: { kind: 'name', id: 'customer_id' }, phone: 'title' },
        { name: 'department', weight: 'quiet', hide: 'narrow', phone: 'meta' },
        { name: 'owner', cell: { kind: 'owner' }, phone: 'meta' },
        { name: 'gift_cost', zero: 'dot' },
        { name: 'reception_cost', zero: 'dot' },
        { name: 'cost', weight: 'strong', phone: 'value' },
        { name: 'net_sales', unit: 'wan', phone: 'note' },
        { name: 'cost_share', phone: 'note' },
        { name: 'forms' },
        { name: 'unapproved', zero: 'dot', cell: { kind: 'late' } },
      ])}
      rows={costs.map((c) => ({
        ...c,
        href: href('/rows/visits_rows', {}, { ...seen, figure: 'costs', customer_id: c.customer_id }),
      }))}
      rowKey="customer_id"
      opens={{ column: 'href' }}
      initialSort="-cost"
    />
  );
}
