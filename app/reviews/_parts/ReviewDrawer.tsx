import { useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { TierHistory } from '@/app/_components/drawer/TierHistory';
import { useCodes } from '@/app/_components/table/ReportTable';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import type { ReviewDetail } from '../_detail';
import type { ReviewsModel } from '../_model';
import { Decision, DecisionHistory } from './Decisions';
import { ReviewHow } from './ReviewHow';
import { ReviewRows } from './ReviewRows';

interface Props {
  detail: ReviewDetail;
  model: ReviewsModel;
  tab: string | undefined;
}

/** One review: how its score and proposal came about, the problems and months behind it, the tiers before. */
export function ReviewDrawer({ detail, model, tab }: Props) {
  const codes = useCodes();
  const t = useTranslations('reviews.detail');
  const { row, evidence, tiers, decisions, decision } = detail;
  const count = evidence.filter((e) => e.part !== 'measure').length;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count },
    { id: 'history' as const, count: tiers.length + decisions.length },
  ];
  const shown = tabOf(tabs, tab);
  const tier = row.tier === null ? t('noTier') : codes('tier')[row.tier];
  return (
    <Drawer
      title={row.name}
      note={[row.customer_id, row.department, tier].filter(Boolean).join(' · ')}
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? (
        <>
          {decision ? (
            <ClientMessages areas={['decide']}>
              <Decision
                decision={decision}
                signed={model.work.rounds.some((r) => r.department === row.department && r.signoff !== null)}
              />
            </ClientMessages>
          ) : null}
          <ReviewHow detail={detail} model={model} />
          <p className="mt-3 text-table">
            <a
              href={`/reviews/forms?period=${model.period.name}&customer=${encodeURIComponent(row.customer_id)}`}
            >
              {t('form')}
            </a>
          </p>
        </>
      ) : null}
      {shown === 'rows' ? <ReviewRows evidence={evidence} period={model.period} /> : null}
      {shown === 'history' ? (
        <>
          <DecisionHistory decisions={decisions} />
          <TierHistory tiers={tiers} register={tiers.length === 0 && row.tier !== null} />
        </>
      ) : null}
    </Drawer>
  );
}
