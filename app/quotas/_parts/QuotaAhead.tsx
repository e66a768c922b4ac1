import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { number } from '@/lib/format';
import { quotaAhead } from '@/lib/reports/quota_forecast';
import type { ForecastRow, QuotasModel } from '../_model';
import { useGroup, useRoom } from './words';

/** What the dated future does to each department, and the events behind it. */
export function QuotaAhead({ model }: { model: QuotasModel }) {
  const t = useTranslations('quotas.ahead');
  const codes = useCodes();
  const nameOf = useGroup();
  const { ahead, params } = model;
  if (!ahead || ahead.rows.length === 0) return <Empty>{t('empty')}</Empty>;
  const lapsing = ahead.events.filter((e) => e.lapses);
  const sure = ahead.events.length - lapsing.length;
  const title = t('events', { n: ahead.events.length });
  return (
    <>
      <Section title={t('title', { until: ahead.until })} note={t('counts')} rule="Q-02">
        <table className="quota-table quota-ahead">
          <thead>
            <tr>
              <th scope="col">{t('department')}</th>
              <th scope="col">{t('tier')}</th>
              <th scope="col" className="right">
                {t('now', { day: params.as_of })}
              </th>
              <th scope="col" className="right">
                {t('later', { day: ahead.until })}
              </th>
              <th scope="col" className="right">
                {t('lapsed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {ahead.rows.map((row, i) => (
              <tr key={`${row.group}/${row.tier}`} data-tier={row.tier}>
                {ahead.rows[i - 1]?.group === row.group && i > 0 ? null : (
                  <th scope="row" rowSpan={ahead.rows.filter((r) => r.group === row.group).length}>
                    {nameOf('department', row.group)}
                  </th>
                )}
                <td>{codes('tier')[row.tier]}</td>
                <Cells
                  label={t('now', { day: params.as_of })}
                  row={row}
                  held="held"
                  places="places"
                  status="status"
                  base="base"
                  headroom="headroom"
                />
                <Cells
                  label={t('later', { day: ahead.until })}
                  row={row}
                  held="held_later"
                  places="places_later"
                  status="status_later"
                  base="base_later"
                  headroom="headroom_later"
                />
                <Cells
                  label={t('lapsed')}
                  row={row}
                  held="held_lapsed"
                  places="places_lapsed"
                  status="status_lapsed"
                  base="base_lapsed"
                  headroom="headroom_lapsed"
                />
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      {ahead.events.length === 0 ? (
        <Empty>{t('noEvents', { until: ahead.until })}</Empty>
      ) : (
        <div className="flex min-h-[260px] flex-1 flex-col max-desk:block">
          <ReportTable
            columns={tableColumns(quotaAhead.columns, [
              { name: 'date', phone: 'meta' },
              { name: 'event', width: 120, phone: 'note' },
              { name: 'name', header: 'customer', cell: { kind: 'name', id: 'customer_id' }, phone: 'title' },
              { name: 'department', weight: 'quiet', phone: 'meta' },
              { name: 'owner', cell: { kind: 'owner' }, phone: 'meta' },
              { name: 'tier', hide: 'narrow' },
              { name: 'lapses', phone: 'value' },
            ])}
            rows={ahead.events.map((e, i) => ({ ...e, key: String(i) }))}
            rowKey="key"
            title={title}
            note={t('eventsNote', { sure, lapsing: lapsing.length })}
            rule="Q-07"
            label={title}
            opens="nothing"
            initialSort="date,name"
          />
        </div>
      )}
    </>
  );
}

type Names = 'held' | 'places' | 'status' | 'base' | 'headroom';
type Of<N extends Names> = N | `${N}_later` | `${N}_lapsed`;

interface CellsProps {
  label: string;
  row: ForecastRow;
  held: Of<'held'>;
  places: Of<'places'>;
  status: Of<'status'>;
  base: Of<'base'>;
  headroom: Of<'headroom'>;
}

function Cells({ label, row, held, places, status, base, headroom }: CellsProps) {
  const t = useTranslations('quotas.ahead');
  const roomOf = useRoom();
  const { word, tone } = roomOf({
    ...row,
    status: row[status],
    headroom: row[headroom],
    share: null,
    limit: 0,
  });
  return (
    <td className="right" data-label={label}>
      <span className="text-ink-3">{t('base', { n: row[base] })}</span> {number(row[held])} /{' '}
      {number(row[places])}
      <span className="ahead-room" data-tone={tone}>
        {word}
      </span>
    </td>
  );
}
