import { useLocale, useTranslations } from 'next-intl';
import { MonthBrush } from '@/app/_components/charts/MonthBrush';
import { Section } from '@/app/_components/page/Section';
import { NoDeals } from '@/app/pipeline/_parts/NoDeals';
import { cohortBars, MOST_MONTHS } from '@/lib/charts/cohortBars';
import type { CohortModel } from '../_model';

/** Every month as a bar of what became of it; a range can be brushed, the table below follows. */
export function CohortPicture({ model }: { model: CohortModel }) {
  const t = useTranslations('cohorts.picture');
  const locale = useLocale();
  const { charted, sum, from, to } = model;
  if (charted.every((m) => m.created === 0)) {
    return (
      <Section title={t('title')}>
        <NoDeals params={model.params}>{t('empty')}</NoDeals>
      </Section>
    );
  }
  return (
    <div className="flex-none border-line border-b pb-1">
      <Section
        title={t('title')}
        rule="F-03"
        note={
          <>
            <Key color="var(--accent)">{t('signed')}</Key>
            <Key color="var(--bar)">{t('open')}</Key>
            <Key color="var(--line-strong)">{t('lost')}</Key>
            {t('note')}
          </>
        }
      >
        <div className="px-5">
          <MonthBrush
            option={cohortBars(charted, locale)}
            height={190}
            months={charted.slice(-MOST_MONTHS).map((m) => m.month)}
            from={from}
            to={to}
            label={t('label', {
              from,
              to,
              created: sum.created,
              signed: sum.signed,
              lost: sum.lost,
              open: sum.open,
            })}
          />
        </div>
      </Section>
    </div>
  );
}

function Key({ color, children }: { color: string; children: string }) {
  return (
    <span className="mr-3 whitespace-nowrap">
      <i className="mr-1 inline-block size-2" style={{ background: color }} />
      {children}
    </span>
  );
}
