import { useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { CommonFilters } from '@/app/pipeline/_parts/CommonFilters';
import type { LostModel } from '../_model';

/** By which day the opportunities belong to the period, what they are filtered by, and what they are compared with. */
export function LostFilters({ model }: { model: LostModel }) {
  const t = useTranslations('lost');
  const { params, options, compare, chosen, without } = model;
  const reasons = without ? [t('noReason')] : chosen;
  return (
    <CommonFilters
      params={params}
      options={options}
      segments={{
        param: 'dated',
        label: t('dated.label'),
        current: params.dated === 'closed' ? null : params.dated,
        items: [
          { value: null, label: t('dated.closed') },
          { value: 'created', label: t('dated.created') },
        ],
      }}
      note={
        <>
          {compare.period ? t('compare.with', { period: compare.period }) : t('compare.without')}{' '}
          <RuleRef id="F-06" />
        </>
      }
    >
      <Segments
        param="compare"
        label={t('compare.label')}
        current={compare.kind === 'before' ? null : compare.kind}
        items={[
          { value: null, label: t('compare.before') },
          { value: 'year', label: t('compare.year') },
          { value: 'none', label: t('compare.none') },
        ]}
      />
      {reasons.length > 0 ? (
        <ParamLink
          className="chip"
          data-active
          set={{ reason: null, without_reason: null }}
          aria-label={t('clearReason', { reason: reasons.join('、') })}
        >
          {t('reason')} <b>{reasons.join('、')}</b> <i>×</i>
        </ParamLink>
      ) : null}
    </CommonFilters>
  );
}
