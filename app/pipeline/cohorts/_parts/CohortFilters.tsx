import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { stepName } from '@/app/_lib/periods';
import { periodOf } from '@/lib/format';
import { CommonFilters } from '../../_parts/CommonFilters';
import type { CohortModel } from '../_model';

const lengths = [6, 12, 24, 36] as const;

/** How many months, and what they are filtered by. */
export function CohortFilters({ model }: { model: CohortModel }) {
  const t = useTranslations('cohorts');
  const { params, options, from, to, charted } = model;
  const end = periodOf(params.as_of, 'month').name;
  return (
    <CommonFilters
      params={params}
      options={options}
      note={
        <>
          {t('note')} <RuleRef id="F-03" />
        </>
      }
    >
      <nav className="segments" aria-label={t('months')}>
        {lengths.map((n) => {
          const start = stepName(end, 1 - n);
          return (
            <ParamLink
              key={n}
              set={n === 24 ? { from: null, to: null } : { from: start, to: end }}
              aria-current={from === start && to === end ? 'true' : undefined}
            >
              {t('length', { n })}
            </ParamLink>
          );
        })}
        <ParamLink
          set={{ from: charted[0]?.month ?? from, to: end }}
          aria-current={from === charted[0]?.month && to === end ? 'true' : undefined}
        >
          {t('all')}
        </ParamLink>
      </nav>
    </CommonFilters>
  );
}
