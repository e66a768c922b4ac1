import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { Largest } from '@/app/_components/table/Largest';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { dayWords, shortDate } from '@/lib/format';
import { idleDue } from '@/lib/reports/idle_due';
import { LISTED } from '../../_model';
import { type DueModel, dueFilters } from '../_model';

function columnsAt(model: DueModel, english: boolean): TableColumn[] {
  const year = model.params.as_of;
  return tableColumns(idleDue.columns, [
    {
      name: 'name',
      header: 'customer',
      width: 216,
      cell: { kind: 'name', id: 'customer_id' },
      phone: 'title',
    },
    { name: 'region', width: english ? 62 : 44, hide: 'narrow', phone: 'meta' },
    { name: 'owner', width: 64, cell: { kind: 'owner' }, phone: 'meta' },
    { name: 'grade', width: 44, cell: { kind: 'grade' }, phone: 'meta' },
    { name: 'class', width: english ? 78 : 66, weight: 'quiet', hide: 'narrow' },
    {
      name: 'state',
      width: english ? 82 : 56,
      cell: { kind: 'status', tones: { overdue: 'over', due: 'full', planned: 'ok' } },
      phone: 'note',
    },
    { name: 'reasons', width: english ? 150 : 116, cell: { kind: 'tags' }, phone: 'note' },
    { name: 'due_on', year, width: english ? 72 : 64 },
    {
      name: 'days_left',
      unit: 'days',
      width: english ? 92 : 64,
      cell: { kind: 'left', under: model.urgentDays },
    },
    {
      name: 'planned_for',
      year,
      width: 64,
      ...(model.view === 'planned' || model.view === 'all' ? {} : { hide: 'start' as const }),
    },
    { name: 'last_contact_on', year, width: english ? 100 : 84, hide: 'narrow' },
    { name: 'value_at_stake', unit: 'wan', width: english ? 112 : 92, phone: 'value' },
    { name: 'value_at_stake', as: 'stake_bar', header: '', width: 44, cell: { kind: 'bar' }, hide: 'narrow' },
  ]);
}

/** The customers, the most valuable first; a row opens its reasons, each with its due date and what settles it. */
export function DueList({ model }: { model: DueModel }) {
  const t = useTranslations('idledue');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const locale = useLocale();
  const { params, rows, view } = model;
  if (rows.length === 0) {
    const comma = locale === 'en' ? ', ' : '、';
    const chosen = [
      ...dueFilters.flatMap((param) =>
        params[param]?.length
          ? [
              {
                param,
                label: param === 'class' ? t('filter.class') : idle(param),
                value: params[param].map((v) => codes(param)[v] ?? v).join(comma),
              },
            ]
          : [],
      ),
      ...(params.list?.length
        ? [
            {
              param: 'list',
              label: t('filter.list'),
              value: params.list.map((v) => codes('idle_list')[v] ?? v).join(comma),
            },
          ]
        : []),
    ];
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    const day = dayWords(params.as_of, locale, params.as_of);
    return <Empty>{t('empty', { day, n: model.watched })}</Empty>;
  }
  return (
    <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
      <ReportTable
        columns={columnsAt(model, locale === 'en')}
        rows={rows}
        rowKey="customer_id"
        title={view === 'urgent' ? t('views.urgent', { n: model.urgentDays }) : t(`views.${view ?? 'todo'}`)}
        note={
          <>
            {t('tableNote', {
              n: model.n,
              days: model.horizon.days,
              day: shortDate(model.horizon.until, params.as_of),
            })}
            {model.n > LISTED ? (
              <>
                {' · '}
                <Largest shown={LISTED} n={model.n} href={href('/rows/idle_due', {}, asked(params))} />
              </>
            ) : null}
          </>
        }
        rule="I-08"
        density="compact"
        initialSort="-value_at_stake,due_on,customer_id"
      />
    </div>
  );
}
