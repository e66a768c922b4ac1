import { useLocale, useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { moneyExact, moneyParts, number, rate } from '@/lib/format';
import type { IdleModel, IdleSplit } from '../_model';
import { useGroupNames } from './names';

const lists = ['region', 'reason', 'department', 'grade'] as const;

/** How much is at stake, and where: each line filters the list. */
export function IdleRail({ model }: { model: IdleModel }) {
  const t = useTranslations('idle');
  const units = useTranslations('columns.units');
  const locale = useLocale();
  const nameOf = useGroupNames();
  const stake = moneyParts(model.stake, locale);
  const { watched } = model.base;
  const share = watched > 0 ? rate(model.n / watched, 0) : null;
  return (
    <section
      aria-label={t('rail')}
      className="min-h-0 overflow-y-auto border-line-strong border-r pt-2.5 pr-4 pl-edge max-desk:pr-edge max-desk:border-r-0 desk:hidden desk:@min-[900px]:block"
    >
      <dl className="mb-3 border-line border-b pb-2.5">
        <dt className="flex items-baseline gap-1.5 text-ink-2 text-table">
          {t('stake')} <RuleRef id="I-09" />
        </dt>
        <dd className="figure-value" title={moneyExact(model.stake, locale)}>
          {stake.prefix ? <small className="prefix">{stake.prefix}</small> : null}
          {stake.number}
          <small className="unit">{stake.unit}</small>
        </dd>
        <dd className="text-ink-3 text-note">
          {share === null ? null : <p>{t('base', { n: model.n, share })}</p>}
          {model.topShare === null || model.n <= 10 ? null : (
            <p>{t('top', { share: rate(model.topShare, 0) })}</p>
          )}
        </dd>
      </dl>
      {lists.map((split) =>
        model.groups[split].length === 0 ? null : (
          <div key={split} className={split === 'region' ? undefined : 'max-desk:hidden'}>
            <BarList
              // Without width, so that a long heading does not push the bars of its list out of line.
              title={<span className="inline-block w-0">{t(`split.${split}`)}</span>}
              heads={[t('customers'), units('wan')]}
              rows={model.groups[split].map((group) => ({
                key: group.value ?? '',
                label: nameOf(split, group.value),
                value: Number(group.stake),
                figures: [number(group.count), whole(group.stake, locale)],
                ...toggle(model, split, group.value),
              }))}
            />
          </div>
        ),
      )}
    </section>
  );
}

/** Whole 万元 or CNY k: the column is narrow, and the bar beside it is no more exact. */
const whole = (yuan: string, locale: string) => number(`${yuan}e${locale === 'en' ? -3 : -4}`);

/** A second click takes the filter away again. What has no group is no filter. */
function toggle(model: IdleModel, split: IdleSplit, value: string | null) {
  if (value === null) return {};
  const chosen: readonly string[] = model.params[split] ?? [];
  const current = chosen.includes(value);
  const next = current ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { set: { [split]: next.length > 0 ? next : null }, current };
}
