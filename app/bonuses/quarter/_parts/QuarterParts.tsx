import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { EmptyFiltered } from '@/app/_components/page/states';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { change, NONE, pay, plain } from '@/lib/format';
import { bonusQuarter } from '@/lib/reports/bonus_quarter';
import { PeriodHistory } from '../../_parts/PeriodHistory';
import { StatementLink } from '../../_parts/StatementLink';
import { TraceRows } from '../../_parts/TraceRows';
import { type QuarterDetail, type QuarterModel, views } from '../_model';

/** The quarter in sum; each figure shows its people. */
export function QuarterFigures({ model }: { model: QuarterModel }) {
  const t = useTranslations('bonuses.quarter');
  const yuan = useTranslations('bonuses.figures')('yuan');
  const { sums, before, counts, ranked, awards } = model;
  const { period } = before;
  return (
    <Figures>
      <Figure
        label={t('total')}
        rule="B-10"
        value={pay(sums.total)}
        unit={yuan}
        set={{ view: null, row: null }}
        note={
          Number(before.total) === 0
            ? t('noBefore', { period })
            : t('against', { change: change(sums.total, before.total), period, value: pay(before.total) })
        }
      />
      <Figure
        label={t('award')}
        rule="B-05"
        value={pay(sums.award)}
        unit={yuan}
        set={{ view: 'awarded', row: null }}
        note={t('awarded', { n: counts.awarded })}
      />
      <Figure
        label={t('parts')}
        rule="B-09"
        value={pay(sums.parts_commission)}
        unit={yuan}
        set={{ view: 'parts', row: null }}
        note={t('sellers', { n: counts.parts })}
      />
      <Figure
        label={t('team')}
        rule="B-09"
        value={pay(sums.parts_team_share)}
        unit={yuan}
        set={{ view: 'parts', row: null }}
        note={t('teamNote')}
      />
      <Figure
        label={t('ranked')}
        rule="B-05"
        value={String(ranked)}
        unit={t('rankedOf', { n: counts.all })}
        set={{ view: null, sort: 'rank', row: null }}
        note={t('noScore', { n: counts.all - ranked })}
      />
      <Figure
        label={t('ties')}
        rule="B-05"
        value={String(counts.ties)}
        tone={counts.ties > 0 ? 'full' : undefined}
        set={{ view: 'ties', row: null }}
        note={counts.ties > 0 ? t('tiesNote', { first: awards.first, second: awards.second }) : t('noTies')}
      />
    </Figures>
  );
}

export function QuarterFilters({ model }: { model: QuarterModel }) {
  const t = useTranslations('bonuses.quarter');
  const { first, second, firstAward, secondAward } = model.awards;
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
          {t('policy', { first, second, firstAward: plain(firstAward), secondAward: plain(secondAward) })}{' '}
          <RuleRef id="B-05" />
          {model.pay_month ? ` · ${t('paid', { month: model.pay_month })}` : ''}
        </>
      }
    />
  );
}

export function QuarterTable({ model }: { model: QuarterModel }) {
  const t = useTranslations('bonuses');
  const { params, rows, view } = model;
  if (rows.length === 0) {
    return view ? (
      <EmptyFiltered
        filters={[{ param: 'view', label: t('filter.view'), value: t(`quarter.views.${view}`) }]}
      />
    ) : (
      <p className="state">{t('quarter.empty', { period: params.period })}</p>
    );
  }
  return (
    <ReportTable
      columns={tableColumns(bonusQuarter.columns, [
        {
          name: 'name',
          header: 'technician',
          width: 150,
          cell: { kind: 'name', id: 'technician_id' },
          phone: 'title',
        },
        { name: 'role', width: 100, phone: 'meta' },
        { name: 'rank', width: 64, phone: 'note' },
        { name: 'score', width: 80, digits: 3 },
        { name: 'score', as: 'bar', header: '', width: 120, cell: { kind: 'bar' }, hide: 'narrow' },
        { name: 'tie_flag', header: 'tie_flag', width: 64, hide: 'narrow' },
        { name: 'award', zero: 'dot' },
        { name: 'parts_commission', zero: 'dot', width: 144 },
        { name: 'parts_team_share', zero: 'dot', width: 118, hide: 'narrow' },
        { name: 'total', weight: 'strong', width: 104, phone: 'value' },
        { name: 'pay_month', width: 88, align: 'right', hide: 'narrow' },
      ])}
      rows={rows.map((row) => ({ ...row }))}
      rowKey="technician_id"
      initialSort="rank,-total"
      label={t('quarter.table', { period: params.period, n: rows.length })}
      total={model.totals}
      totalLabel={t('totals', { n: rows.length })}
      density="comfortable"
      tools={false}
    />
  );
}

export function QuarterDrawer({
  detail,
  period,
  tab,
}: {
  detail: QuarterDetail;
  period: string;
  tab?: string;
}) {
  const t = useTranslations('bonuses.quarter');
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
            { label: t('how.score'), rule: 'B-05', value: row.score === null ? NONE : plain(row.score) },
            {
              label: t('how.rank'),
              note: row.rank === null ? t('how.noScore') : row.tie_flag ? t('tie') : undefined,
              rule: 'B-05',
              value: row.rank === null ? NONE : String(row.rank),
            },
            { label: t('how.award'), rule: 'B-05', value: pay(row.award) },
            { label: t('how.parts'), rule: 'B-09', value: pay(row.parts_commission) },
            { label: t('how.total'), rule: 'B-10', value: pay(row.total), sum: true },
            { label: t('how.team'), note: t('teamNote'), value: pay(row.parts_team_share) },
          ]}
        />
      ) : null}
      {shown === 'rows' ? <TraceRows groups={groups} year={period} /> : null}
      {shown === 'history' ? <PeriodHistory history={history} /> : null}
    </Drawer>
  );
}
