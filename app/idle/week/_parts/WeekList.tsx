import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { dayWords, number } from '@/lib/format';
import { idleWeek } from '@/lib/reports/idle_week';
import { LISTED } from '../../_model';
import { type WeekModel, weekFilters } from '../_model';

/** As many visits as are listed, up to a whole salesperson: the picture above has everybody, and filters to one. */
function listed(visits: WeekModel['visits']): WeekModel['visits'] {
  if (visits.length <= LISTED) return visits;
  const cut = visits[LISTED]?.owner;
  const end = visits.findIndex((v) => v.owner === cut);
  return visits.slice(0, end > 0 ? end : LISTED);
}

/** The visits by salesperson, or of one salesperson by day; a row opens why. */
export function WeekList({ model }: { model: WeekModel }) {
  const t = useTranslations('idleweek');
  const table = useTranslations('ui.table');
  const idle = useTranslations('idle.filter');
  const codes = useCodes();
  const locale = useLocale();
  const english = locale === 'en';
  const { params, visits, days } = model;
  const shown = listed(visits);
  const single = new Set(visits.map((v) => v.owner)).size === 1;
  const year = params.as_of;
  if (visits.length === 0) {
    const chosen = weekFilters.flatMap((param) =>
      params[param]?.length
        ? [{ param, label: idle(param), value: params[param].map((v) => codes(param)[v] ?? v).join(' ') }]
        : [],
    );
    return chosen.length > 0 ? <EmptyFiltered filters={chosen} /> : <Empty>{t('empty')}</Empty>;
  }
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const dayLabel = (day: string) =>
    `${dayWords(day, locale, year)} ${weekday.format(new Date(`${day}T00:00:00Z`))}`;
  const count = (of: (v: (typeof visits)[number]) => boolean) => number(visits.filter(of).length);
  const groups = single
    ? days.map((day) => ({
        value: day,
        label: dayLabel(day),
        note: t('visitsNote', { n: count((v) => v.day === day) }),
      }))
    : [...new Set(shown.map((v) => v.owner))].map((owner) => ({
        value: owner,
        label: owner,
        note: t('visitsNote', { n: count((v) => v.owner === owner) }),
      }));
  return (
    <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
      <ReportTable
        columns={tableColumns(idleWeek.columns, [
          { name: 'day', year, width: english ? 70 : 64, align: 'left', phone: 'note' },
          {
            name: 'name',
            header: 'customer',
            width: 232,
            cell: { kind: 'name', id: 'customer_id' },
            phone: 'title',
          },
          { name: 'region', width: 62, phone: 'meta' },
          { name: 'grade', width: 46, cell: { kind: 'grade' }, phone: 'meta' },
          { name: 'class', width: 78, weight: 'quiet', hide: 'narrow' },
          { name: 'reasons', width: english ? 156 : 124, cell: { kind: 'tags' }, hide: 'narrow' },
          { name: 'remedies', width: english ? 190 : 124, phone: 'note' },
          { name: 'due_on', year, width: 72 },
          {
            name: 'days_left',
            unit: 'days',
            width: english ? 92 : 68,
            cell: { kind: 'left', under: model.urgentDays },
          },
          { name: 'value_at_stake', unit: 'wan', width: english ? 112 : 96, phone: 'value' },
          {
            name: 'value_at_stake',
            as: 'stake_bar',
            header: '',
            width: 48,
            cell: { kind: 'bar' },
            hide: 'narrow',
          },
        ])}
        rows={shown}
        rowKey="customer_id"
        title={t('tableTitle')}
        note={
          <>
            {t('tableNote')}
            {shown.length < visits.length ? (
              <>
                {' · '}
                <Link
                  href={href('/rows/idle_week', {}, asked(params))}
                  prefetch={false}
                  className="text-accent"
                >
                  {table('allRows', { n: visits.length })}
                </Link>
              </>
            ) : null}
          </>
        }
        rule="I-09"
        density="compact"
        initialSort="day,-value_at_stake,customer_id"
        groupBy={{ column: single ? 'day' : 'owner', groups, count: false }}
      />
    </div>
  );
}
