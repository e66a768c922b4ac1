import { useLocale, useTranslations } from 'next-intl';
import { OpportunityDrawer } from '@/app/_components/drawer/OpportunityDrawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { useCodes } from '@/app/_components/table/ReportTable';
import { daysBetween, moneyExact, NONE } from '@/lib/format';
import type { FunnelModel, OpenDetail } from '../_model';

interface Props {
  model: FunnelModel;
  detail: OpenDetail;
  tab: string | undefined;
}

/** One stalled opportunity: how its age was reckoned, its own line, and its way through the stages. */
export function StalledDrawer({ model, detail, tab }: Props) {
  const t = useTranslations('funnel.detail');
  const way = detail.way.map(({ stage, on }, i) => ({
    stage,
    on,
    days: daysBetween(on, detail.way[i + 1]?.on ?? model.params.as_of),
  }));
  return (
    <OpportunityDrawer row={detail.row} way={way} wayNote={t('wayNote')} tab={tab}>
      <How model={model} detail={detail} />
    </OpportunityDrawer>
  );
}

function How({ model, detail }: { model: FunnelModel; detail: OpenDetail }) {
  const t = useTranslations('funnel.detail');
  const locale = useLocale();
  const codes = useCodes();
  const { row } = detail;
  const stage = row.stage ? (codes('stage')[row.stage] ?? row.stage) : NONE;
  const age = row.age_days ?? 0;
  const limit = model.stalledDays.value;
  return (
    <Terms
      terms={[
        { label: t('created'), value: row.created_on ?? NONE },
        { label: t('entered', { stage }), rule: 'F-02', value: row.entered_on ?? NONE },
        { label: t('asOf'), value: model.params.as_of },
        { label: t('age'), rule: 'F-05', value: t('days', { n: age }) },
        { label: t('limit'), rule: 'F-05', value: t('days', { n: limit }) },
        { label: t('late'), value: t('days', { n: age - limit }), sum: true },
        {
          label: t('expected'),
          value: row.expected_amount === null ? NONE : moneyExact(row.expected_amount, locale),
        },
        { label: t('close'), value: row.expected_close_on ?? NONE },
      ]}
    />
  );
}
