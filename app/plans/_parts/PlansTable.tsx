import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { Section } from '@/app/_components/page/Section';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { rate } from '@/lib/format';
import { plan } from '@/lib/reports/plan';
import { chips, keyOf, type PlansModel } from '../_model';

function columnsFor(by: string, compared: boolean): TableColumn[] {
  const before: TableColumn = {
    name: 'before_amount',
    type: 'money',
    unit: 'wan',
    weight: 'quiet',
    hide: 'narrow',
  };
  const pace: TableColumn[] = [
    { name: 'run_rate', type: 'money', unit: 'wan', hide: 'narrow' },
    { name: 'expected', type: 'rate', digits: 0 },
  ];
  return [
    ...tableColumns(plan.columns, [
      { name: 'group', header: by, width: 110, phone: 'title' },
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
    ]),
    ...pace,
    ...(compared ? [before] : []),
    ...tableColumns(plan.columns, [
      { name: 'actual_visits', header: 'visits_of_plan', cell: { kind: 'fraction', of: 'plan_visits' } },
      { name: 'actual_new', header: 'new_of_plan', cell: { kind: 'fraction', of: 'plan_new' } },
    ]),
  ];
}

/** Plan against actual, one line a salesperson, department or product; it opens the records behind each figure. */
export function PlansTable({ model }: { model: PlansModel }) {
  const t = useTranslations('plans');
  const { rows, params } = model;
  const tools = (
    <Segments
      param="by"
      label={t('by.label')}
      current={params.by === 'salesperson' ? null : params.by}
      items={(['salesperson', 'department', 'product'] as const).map((by) => ({
        value: by === 'salesperson' ? null : by,
        label: t(`by.${by}`),
      }))}
    />
  );
  const head = (
    <Section
      title={t('table', { n: rows.length })}
      note={t('tableNote', { elapsed: rate(model.whole.elapsed, 0) })}
      rule="P-01"
      tools={tools}
    />
  );
  if (rows.length === 0) {
    const chosen = chips.flatMap((param) =>
      params[param]?.length ? [{ param, label: t(`filter.${param}`), value: params[param].join(' ') }] : [],
    );
    return chosen.length > 0 ? (
      <EmptyFiltered filters={chosen} />
    ) : (
      <Empty>{t('empty', { period: params.period })}</Empty>
    );
  }
  return (
    <>
      {head}
      <div className="flex min-h-[220px] flex-1 flex-col max-desk:block">
        <ReportTable
          key={params.by}
          columns={columnsFor(params.by, model.compare.period !== null)}
          rows={rows.map((r) => ({ ...r, key: keyOf(r.group), group: r.group ?? t(`none.${params.by}`) }))}
          rowKey="key"
          label={t('table', { n: rows.length })}
          tools={false}
          initialSort="-actual_amount"
        />
      </div>
    </>
  );
}
