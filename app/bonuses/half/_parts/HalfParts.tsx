import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { EmptyFiltered } from '@/app/_components/page/states';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { change, pay, plain } from '@/lib/format';
import { bonusHalf } from '@/lib/reports/bonus_half';
import { PeriodHistory } from '../../_parts/PeriodHistory';
import { StatementLink } from '../../_parts/StatementLink';
import { TraceRows } from '../../_parts/TraceRows';
import { type HalfDetail, type HalfModel, views } from '../_model';

/** The half-year in sum; each figure shows its people. */
export function HalfFigures({ model }: { model: HalfModel }) {
  const t = useTranslations('bonuses.half');
  const yuan = useTranslations('bonuses.figures')('yuan');
  const { sums, before, counts } = model;
  const { period } = before;
  const set = { view: 'rewarded', row: null };
  return (
    <Figures>
      <Figure
        label={t('total')}
        rule="B-08"
        value={pay(sums.reward)}
        unit={yuan}
        set={set}
        note={
          Number(before.reward) === 0
            ? t('noBefore', { period })
            : t('against', { change: change(sums.reward, before.reward), period, value: pay(before.reward) })
        }
      />
      <Figure
        label={t('projects')}
        rule="B-08"
        value={String(sums.projects)}
        set={set}
        note={t('before', { period, n: before.projects })}
      />
      <Figure
        label={t('people')}
        rule="B-10"
        value={String(sums.people)}
        unit={t('peopleOf', { n: counts.all })}
        set={set}
        note={t('before', { period, n: before.people })}
      />
      <Figure
        label={t('each')}
        rule="B-08"
        value={pay(model.each)}
        unit={yuan}
        href="/policy#B-08"
        note={t('months', { n: model.months })}
      />
    </Figures>
  );
}

export function HalfFilters({ model }: { model: HalfModel }) {
  const t = useTranslations('bonuses.half');
  return (
    <FilterBar
      segments={{
        label: t('views.label'),
        current: model.view,
        items: [null, ...views].map((value) => ({
          value,
          label: t(`views.${value ?? 'all'}`),
          count: model.counts[value ?? 'all'],
        })),
      }}
      note={
        <>
          {t('policy', { each: plain(model.each) })} <RuleRef id="B-08" />
        </>
      }
    />
  );
}

export function HalfTable({ model }: { model: HalfModel }) {
  const t = useTranslations('bonuses');
  const { params, rows, view } = model;
  if (rows.length === 0) {
    return view ? (
      <EmptyFiltered filters={[{ param: 'view', label: t('filter.view'), value: t(`half.views.${view}`) }]} />
    ) : (
      <p className="state">{t('half.empty', { period: params.period })}</p>
    );
  }
  return (
    <ReportTable
      columns={tableColumns(bonusHalf.columns, [
        {
          name: 'name',
          header: 'technician',
          width: 180,
          cell: { kind: 'name', id: 'technician_id' },
          phone: 'title',
        },
        { name: 'role', width: 110, phone: 'meta' },
        { name: 'projects_without_repeat', width: 150, zero: 'dot', phone: 'note' },
        {
          name: 'projects_without_repeat',
          as: 'bar',
          header: '',
          width: 260,
          cell: { kind: 'bar' },
          hide: 'narrow',
        },
        { name: 'reward', width: 120, weight: 'strong', phone: 'value' },
      ])}
      rows={rows.map((row) => ({ ...row }))}
      rowKey="technician_id"
      initialSort="-reward"
      label={t('half.table', { period: params.period, n: rows.length })}
      total={model.totals}
      totalLabel={t('totals', { n: rows.length })}
      density="comfortable"
      tools={false}
    />
  );
}

interface DrawerProps {
  detail: HalfDetail;
  each: string;
  period: string;
  tab?: string;
}

export function HalfDrawer({ detail, each, period, tab }: DrawerProps) {
  const t = useTranslations('bonuses.half.how');
  const codes = useTranslations('codes.role');
  const { row, groups, history } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: groups.reduce((n, g) => n + g.rows.length, 0) },
    { id: 'history' as const },
  ];
  const shown = tabOf(tabs, tab);
  return (
    <Drawer
      title={row.name}
      note={[row.technician_id, codes(row.role), period].join(' · ')}
      tabs={tabs}
      tab={tab}
      actions={<StatementLink technician={row.technician_id} period={period} />}
    >
      {shown === 'how' ? (
        <Terms
          terms={[
            { label: t('projects'), rule: 'B-08', value: String(row.projects_without_repeat) },
            { label: t('each'), rule: 'B-08', value: `× ${plain(each)}` },
            { label: t('total'), rule: 'B-10', value: pay(row.reward), sum: true },
          ]}
        />
      ) : null}
      {shown === 'rows' ? <TraceRows groups={groups} year={period} /> : null}
      {shown === 'history' ? <PeriodHistory history={history} /> : null}
    </Drawer>
  );
}
