import { useLocale, useTranslations } from 'next-intl';
import { OpportunityDrawer } from '@/app/_components/drawer/OpportunityDrawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { useCodes } from '@/app/_components/table/ReportTable';
import { moneyExact, NONE } from '@/lib/format';
import type { ClosedDetail } from '../_model';

/** One closed opportunity: what it was worth and how long it took, its own line, and its way through the stages. */
export function ClosedDrawer({ detail, tab }: { detail: ClosedDetail; tab: string | undefined }) {
  const t = useTranslations('pipeline.detail');
  const way = detail.way.map(({ stage, entered_on, days }, i) => ({
    stage,
    on: entered_on,
    days: i < detail.way.length - 1 ? days : null,
  }));
  return (
    <OpportunityDrawer row={detail.row} way={way} wayNote={t('way')} tab={tab}>
      <How detail={detail} />
    </OpportunityDrawer>
  );
}

function How({ detail }: { detail: ClosedDetail }) {
  const t = useTranslations('lost.detail');
  const words = useTranslations('funnel.detail');
  const locale = useLocale();
  const codes = useCodes();
  const { row } = detail;
  const amount = (value: string | null) => (value === null ? NONE : moneyExact(value, locale));
  return (
    <Terms
      terms={[
        { label: words('created'), value: row.created_on ?? NONE },
        { label: t('closed'), rule: 'F-06', value: row.closed_on ?? NONE },
        {
          label: t('cycle'),
          rule: 'F-06',
          value: row.cycle_days === null ? NONE : words('days', { n: row.cycle_days }),
        },
        {
          label: t('reached'),
          rule: 'F-02',
          value: row.stage_reached ? (codes('stage')[row.stage_reached] ?? row.stage_reached) : NONE,
        },
        { label: words('expected'), value: amount(row.expected_amount) },
        ...(row.outcome === 'signed'
          ? [{ label: t('signed'), value: amount(row.signed_amount), sum: true }]
          : [
              {
                label: t('reason'),
                rule: 'F-09',
                value: row.lost_reason ?? <span data-tone="full">{t('noReason')}</span>,
                sum: true,
              },
            ]),
      ]}
    />
  );
}
