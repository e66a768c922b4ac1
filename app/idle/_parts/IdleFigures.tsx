import { useLocale, useTranslations } from 'next-intl';
import { Against } from '@/app/_components/page/Against';
import { Figure, Figures } from '@/app/_components/page/Figures';
import type { SearchParams } from '@/app/_lib/url';
import { dayWords, money, moneyExact, moneyParts, number, rate } from '@/lib/format';
import { beforeHref, type IdleModel, idleHref, movesHref } from '../_model';
import type { Part } from '../_sums';

/** How many are idle and what is at stake, against the day compared with; who became idle since, and who is no longer. */
export function IdleFigures({ model, search }: { model: IdleModel; search: SearchParams }) {
  const t = useTranslations('idle.figures');
  const words = useTranslations('compare');
  const customers = useTranslations('idle')('customers');
  const locale = useLocale();
  const { n, params, compare, before, base, topShare } = model;
  const { as_of } = params;
  const amount = moneyParts(model.stake, locale);
  const day = compare.reached;
  const beside = day === null ? null : { day, href: beforeHref(model, search), asOf: as_of };
  const begins = compare.begins
    ? words('begins', {
        source: words(`source.${compare.begins.source}`),
        day: dayWords(compare.begins.first_on, locale, as_of),
      })
    : null;
  const moved = (move: 'became' | 'recovered' | 'still', part: Part | undefined, note: string | null) => (
    <Figure
      label={t(move)}
      rule="I-08"
      value={part ? number(part.count) : null}
      unit={customers}
      {...(part ? { href: movesHref(model, move) } : {})}
      note={begins ?? note}
    />
  );
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('idle')}
        rule="I-08"
        value={number(n)}
        unit={customers}
        href={idleHref(model)}
        note={
          before && beside ? (
            <Against now={n} before={before.count} shown={number(before.count)} dated {...beside} />
          ) : (
            (begins ?? t('of', { n: base.watched }))
          )
        }
      />
      <Figure
        label={t('stake')}
        rule="I-09"
        value={amount.number}
        prefix={amount.prefix}
        unit={amount.unit}
        exact={moneyExact(model.stake, locale)}
        href={idleHref(model)}
        note={
          before && beside ? (
            <Against
              now={model.stake}
              before={before.stake}
              shown={money(before.stake, locale)}
              {...beside}
            />
          ) : (
            (begins ?? (topShare === null || n <= 10 ? null : t('top', { share: rate(topShare, 0) })))
          )
        }
      />
      {compare.day === null ? null : (
        <>
          {moved(
            'became',
            before?.became,
            before ? t('becameNote', { amount: money(before.became.stake, locale) }) : null,
          )}
          {moved(
            'recovered',
            before?.recovered,
            before && before.unwatched > 0
              ? t('unwatched', { n: before.unwatched })
              : before
                ? t('recoveredNote', { amount: money(before.recovered.stake, locale) })
                : null,
          )}
          {moved(
            'still',
            before?.still,
            before && before.stillShare !== null
              ? t('stillNote', { share: rate(before.stillShare, 0) })
              : null,
          )}
        </>
      )}
      <Figure
        label={t('share')}
        rule="I-08"
        value={base.watched === 0 ? null : rate(n / base.watched)}
        note={
          topShare === null || n <= 10 ? t('of', { n: base.watched }) : t('top', { share: rate(topShare, 0) })
        }
      />
    </Figures>
  );
}
