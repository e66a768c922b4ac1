import { useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { Section } from '@/app/_components/page/Section';
import { EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { NONE, pay } from '@/lib/format';
import { bonusYearParts, bonusYearPayouts } from '@/lib/reports/bonus_year_parts';
import type { TeamModel } from '../_model';

/** Sales of parts by margin and rate, what is paid to whom and when, and each sale. */
export function PartsView({ model }: { model: TeamModel }) {
  const t = useTranslations('bonus_team.parts');
  const bands = useTranslations('codes.parts_band');
  const { payouts, parts, params, band } = model;
  return (
    <>
      <div className="team-pair">
        <Section title={t('bands')} rule="B-09" note={t('bandsNote')}>
          <div className="px-5 pb-2">
            <BarList
              title={t('band')}
              heads={[t('sales'), t('received'), t('technicians'), t('team')]}
              rows={model.bands.map((b) => ({
                key: b.band,
                label: bands(b.band),
                value: b.sales,
                figures: [
                  String(b.sales),
                  b.received === null ? NONE : pay(b.received),
                  pay(b.technicians),
                  pay(b.team),
                ],
                set: { band: b.band === band ? null : b.band },
                current: b.band === band,
              }))}
            />
          </div>
        </Section>
        {payouts.length === 0 ? null : (
          <ReportTable
            title={t('payouts')}
            rule="B-10"
            columns={tableColumns(bonusYearPayouts.columns, [
              { name: 'pay_month', width: 72, phone: 'title' },
              { name: 'period', width: 72, phone: 'meta' },
              { name: 'payer', width: 100, phone: 'meta' },
              { name: 'department', width: 90, phone: 'note' },
              { name: 'parts_commission', width: 104 },
              { name: 'parts_team_share', width: 104, weight: 'strong', phone: 'value' },
            ])}
            rows={payouts.map((p) => ({ ...p, key: `${p.period}/${p.department ?? ''}` }))}
            rowKey="key"
            opens="nothing"
            height="content"
            tools={false}
          />
        )}
      </div>
      {parts.length === 0 ? (
        band ? (
          <EmptyFiltered filters={[{ param: 'band', label: t('band'), value: bands(band) }]} />
        ) : (
          <p className="state">{t('empty', { year: params.period })}</p>
        )
      ) : (
        <ReportTable
          columns={tableColumns(bonusYearParts.columns, [
            { name: 'sale_id', width: 84, phone: 'meta' },
            {
              name: 'name',
              header: 'technician',
              width: 120,
              cell: { kind: 'name', id: 'technician_id' },
              phone: 'title',
            },
            { name: 'received_in_full_on', width: 96, phone: 'meta' },
            { name: 'component_price', width: 96, hide: 'narrow' },
            { name: 'component_cost', width: 96, hide: 'narrow' },
            { name: 'margin', width: 72, phone: 'note' },
            { name: 'band', width: 96, phone: 'note' },
            { name: 'commission_rate', width: 72, hide: 'narrow' },
            { name: 'received_amount', width: 100 },
            { name: 'technician_share', width: 96, digits: 2, zero: 'dot', weight: 'strong', phone: 'value' },
            { name: 'team_share', width: 88, digits: 2, zero: 'dot' },
          ])}
          rows={parts.map((p) => ({ ...p }))}
          rowKey="sale_id"
          opens={{ href: '/imports/{source_import}?file={source_file}&line={source_line}' }}
          initialSort="-received_in_full_on"
          label={t('table', { year: params.period, n: parts.length })}
          tools={false}
        />
      )}
    </>
  );
}
