import { useLocale, useTranslations } from 'next-intl';
import { BarList } from '@/app/_components/charts/BarList';
import type { SearchParams } from '@/app/_lib/url';
import { dayWords, money, number, ZERO } from '@/lib/format';
import { beforeHref, type IdleGroup, type IdleModel, type IdleSplit } from '../_model';
import { useGroupNames } from './names';
import './idle.css';

const lists = ['region', 'owner', 'reason', 'department', 'grade', 'tier'] as const;

/** So many groups of a split are listed, those with the most at stake; its filter has them all. */
const LINES = 30;

/** Where the value is at stake, and how that stood at the day compared with: each line filters the list. */
export function IdleRail({ model, search }: { model: IdleModel; search: SearchParams }) {
  const t = useTranslations('idle');
  const units = useTranslations('columns.units');
  const locale = useLocale();
  const nameOf = useGroupNames();
  const { params, compare } = model;
  const day = compare.reached === null ? null : dayWords(compare.reached, locale, params.as_of);
  return (
    <section
      aria-label={t('rail')}
      className="idle-rail min-h-0 overflow-y-auto border-line-strong border-r pt-2.5 pr-4 pl-edge max-desk:pr-edge max-desk:border-r-0 desk:hidden desk:@min-[900px]:block"
    >
      {lists.map((split) =>
        model.groups[split].length === 0 ? null : (
          <div key={split} className={split === 'region' ? undefined : 'max-desk:hidden'}>
            <BarList
              // Without width, so that a long heading does not push the bars of its list out of line.
              title={<span className="inline-block w-0">{t(`split.${split}`)}</span>}
              heads={[t('customers'), units('wan')]}
              rows={model.groups[split].slice(0, LINES).map((group) => ({
                key: group.value ?? '',
                label: nameOf(split, group.value),
                value: Number(group.stake),
                before: group.before && Number(group.before.stake),
                figures: [
                  <Count key="count" {...{ model, search, split, group, day }} />,
                  whole(group.stake, locale),
                ],
                ...toggle(model, split, group.value),
              }))}
            />
            {model.groups[split].length > LINES ? (
              <p className="tick-note">{t('more', { n: model.groups[split].length - LINES })}</p>
            ) : null}
          </div>
        ),
      )}
      {day === null ? null : <p className="tick-note">{t('tick', { day })}</p>}
    </section>
  );
}

interface CountProps {
  model: IdleModel;
  search: SearchParams;
  split: IdleSplit;
  group: IdleGroup;
  /** The day compared with, in words. */
  day: string | null;
}

/** How many customers, and how many more or fewer than then: that opens the group at that day. */
function Count({ model, search, split, group, day }: CountProps) {
  const t = useTranslations('idle');
  const locale = useLocale();
  const { value, count, before } = group;
  if (!before || day === null) return number(count);
  const more = count - before.count;
  const shown = more === 0 ? ZERO : `${more > 0 ? '▲' : '▼'}${number(Math.abs(more))}`;
  const title = t('then', { day, n: before.count, amount: money(before.stake, locale) });
  return (
    <>
      {number(count)}
      {value === null ? (
        <span className="moved" title={title}>
          {shown}
        </span>
      ) : (
        <a className="moved" href={beforeHref(model, search, { [split]: value })} title={title}>
          {shown}
        </a>
      )}
    </>
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
