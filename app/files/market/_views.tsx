import { useLocale, useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { number, rate } from '@/lib/format';
import { marketReports } from '@/lib/reports/market_reports';
import { marketStates } from '@/lib/rules/completeness';
import type { MarketModel } from './_model';

/** How many came in time, late, not at all; each opens its rows. */
export function MarketFigures({ model }: { model: MarketModel }) {
  const t = useTranslations('market.figures');
  const { counts } = model;
  const due = counts.on_time + counts.late + counts.missing;
  return (
    <Figures label={t('label')}>
      {marketStates.map((state) => (
        <Figure
          key={state}
          label={t(state)}
          rule="D-04"
          value={number(counts[state])}
          unit={t('reports')}
          tone={state === 'missing' && counts.missing > 0 ? 'over' : undefined}
          set={{ view: state }}
          note={
            state === 'pending'
              ? t('pendingNote')
              : due === 0
                ? t('none')
                : t('share', { share: rate(counts[state] / due) })
          }
        />
      ))}
    </Figures>
  );
}

export function MarketFilters({ model }: { model: MarketModel }) {
  const t = useTranslations('market');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const { params, view, counts, departments } = model;
  const all = marketStates.reduce((n, s) => n + counts[s], 0);
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: view,
        items: [
          { value: null, label: t('views.all'), count: all },
          { value: 'problem', label: t('views.problem'), count: counts.late + counts.missing },
          ...marketStates
            .filter((s) => s === view || s === 'late' || s === 'missing')
            .map((s) => ({ value: s, label: codes('market_state')[s] ?? s, count: counts[s] })),
        ],
      }}
      filters={[
        {
          param: 'department',
          label: idle('department'),
          options: departments.map((d) => ({ ...d, label: d.value })),
          chosen: params.department ?? [],
        },
        ...(['region', 'owner'] as const).flatMap((param) =>
          params[param]?.length
            ? [
                {
                  param,
                  label: idle(param),
                  options: params[param].map((value) => ({ value, label: value })),
                  chosen: params[param],
                },
              ]
            : [],
        ),
      ]}
      note={t('asOf', { day: params.as_of })}
    />
  );
}

/** The reports, one row a salesperson and month, each with the line it was loaded from. */
export function MarketList({ model }: { model: MarketModel }) {
  const t = useTranslations('market');
  const idle = useTranslations('idle.filter');
  const locale = useLocale();
  const english = locale === 'en';
  const { rows, params, view } = model;
  if (rows.length === 0) {
    const chosen = (['department', 'region', 'owner'] as const).flatMap((param) =>
      params[param]?.length ? [{ param, label: idle(param), value: params[param].join(' ') }] : [],
    );
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    return <Empty>{t(view === null ? 'empty' : 'emptyView', { period: params.period })}</Empty>;
  }
  return (
    <div className="flex min-h-[240px] flex-1 flex-col max-desk:block">
      <ReportTable
        columns={tableColumns(marketReports.columns, [
          { name: 'salesperson', width: 96, phone: 'title' },
          { name: 'department', width: 96, weight: 'quiet', phone: 'meta' },
          { name: 'month', width: 84, phone: 'meta' },
          { name: 'due_on', width: 104 },
          { name: 'handed_in_on', width: 104, phone: 'note' },
          {
            name: 'state',
            width: english ? 84 : 64,
            cell: { kind: 'status', tones: { late: 'full', missing: 'over' } },
            phone: 'note',
          },
          { name: 'days_late', unit: 'days', width: 76, phone: 'value' },
          {
            name: 'source_file',
            width: 200,
            weight: 'quiet',
            cell: { kind: 'link', href: '/imports/{source_import}?file={source_file}&line={source_line}' },
            hide: 'narrow',
          },
          { name: 'source_line', width: 64, weight: 'quiet', hide: 'narrow' },
        ])}
        rows={rows}
        rowKey="key"
        title={t('table')}
        note={t('range', { n: rows.length })}
        rule="D-04"
        density="compact"
        opens="nothing"
        initialSort="-days_late,salesperson,month"
      />
    </div>
  );
}
