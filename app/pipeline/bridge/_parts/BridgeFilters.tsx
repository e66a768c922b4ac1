import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { MenuBox } from '@/app/_components/ui/MenuBox';
import { given, type SearchParams } from '@/app/_lib/url';
import { dayWords } from '@/lib/format';
import { splits } from '@/lib/rules/funnel_groups';
import { CommonFilters } from '../../_parts/CommonFilters';
import type { BridgeModel } from '../_model';

/** Since when the bridge runs, by a period's start or by any day, and what it is filtered by. */
export function BridgeFilters({ model, search }: { model: BridgeModel; search: SearchParams }) {
  const t = useTranslations('bridge');
  const words = useTranslations('funnel');
  const locale = useLocale();
  const { params, options, starts } = model;
  const kept = Object.entries(given(search)).filter(([name]) => name !== 'from');
  return (
    <CommonFilters
      params={params}
      options={options}
      segments={{
        param: 'from',
        label: t('since.label'),
        current: params.from,
        items: starts
          // The first month of a quarter begins with it: one day, one segment.
          .filter((s, i) => starts.findIndex((o) => o.day === s.day) === i)
          .map((s) => ({ value: s.day, label: t(`since.${s.id}`) })),
      }}
      note={
        <>
          {t('days', {
            from: dayWords(params.from, locale, params.as_of),
            to: dayWords(params.as_of, locale),
          })}{' '}
          <RuleRef id="F-02" />
        </>
      }
    >
      <MenuBox
        className="chip"
        label={
          <>
            {words('splits')} <b>{words(`by.${model.by}`)}</b> <i aria-hidden="true">▾</i>
          </>
        }
      >
        {splits.map((by) => (
          <ParamLink
            key={by}
            className="popup-item"
            set={{ by: by === 'none' ? null : by }}
            aria-current={by === model.by ? 'true' : undefined}
          >
            {words(`by.${by}`)}
          </ParamLink>
        ))}
      </MenuBox>
      <form method="get" className="flex flex-none items-center gap-1.5">
        {kept.flatMap(([name, values]) =>
          values.map((value) => <input key={`${name}${value}`} type="hidden" name={name} value={value} />),
        )}
        <input
          type="text"
          name="from"
          inputMode="numeric"
          pattern="\d{4}-\d{2}-\d{2}"
          size={10}
          defaultValue={params.from}
          aria-label={t('since.day')}
          className="chip h-6"
        />
        <button type="submit" className="chip">
          {t('since.set')}
        </button>
      </form>
    </CommonFilters>
  );
}
