import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { MenuBox } from '@/app/_components/ui/MenuBox';
import { given, type SearchParams } from '@/app/_lib/url';
import { isDate, minute } from '@/lib/format';
import { comparableNames } from '@/lib/reports/changed';
import type { ChangesModel } from '../_model';

/** As many imports as are chosen from; an older one by its page. */
const OFFERED = 12;

/** Which report is compared. What belongs to another report leaves the address with it. */
export function ChangesFilters({ model }: { model: ChangesModel }) {
  const t = useTranslations('changes');
  const { params } = model;
  const given = (['department', 'region', 'owner', 'grade', 'tier', 'product'] as const).flatMap((param) =>
    params[param]?.length
      ? [
          {
            param,
            label: t(`filter.${param}`),
            options: params[param].map((value) => ({ value, label: value })),
            chosen: params[param],
          },
        ]
      : [],
  );
  return (
    <FilterBar filters={given}>
      <nav className="segments -order-1" aria-label={t('report')}>
        {comparableNames.map((name) => (
          <ParamLink
            key={name}
            set={{ report: name, period: null, by: null, from: null, to: null, dated: null }}
            aria-current={name === params.report ? 'true' : undefined}
          >
            {t(`reports.${name}`)}
          </ParamLink>
        ))}
      </nav>
    </FilterBar>
  );
}

/** Since which import, of the last ones, or since which day. */
export function SinceMenu({ model, search }: { model: ChangesModel; search: SearchParams }) {
  const t = useTranslations('changes');
  const { since } = model.params;
  const day = isDate(since) ? since : null;
  const kept = Object.entries(given(search)).filter(([name]) => name !== 'since');
  return (
    <MenuBox label={day ? t('sinceDay', { day }) : t('since', { since })}>
      {model.all.slice(0, OFFERED).map((i) => (
        <ParamLink
          key={i.import_id}
          className="popup-item"
          set={{ since: String(i.import_id) }}
          aria-current={String(i.import_id) === since ? 'true' : undefined}
        >
          <span className="whitespace-nowrap">{t('import', { id: i.import_id })}</span>
          <span className="note">
            {minute(i.finished_at)} · {t('size', { new: i.new, changed: i.changed })}
          </span>
        </ParamLink>
      ))}
      <form method="get" className="flex items-center gap-1.5 border-line border-t px-2 pt-2 pb-1">
        {kept.flatMap(([name, values]) =>
          values.map((value) => <input key={`${name}${value}`} type="hidden" name={name} value={value} />),
        )}
        <input
          type="text"
          name="since"
          inputMode="numeric"
          pattern="\d{4}-\d{2}-\d{2}"
          required
          size={10}
          defaultValue={day ?? model.all[0]?.finished_at.slice(0, 10)}
          aria-label={t('day')}
          className="chip h-6"
        />
        <button type="submit" className="chip">
          {t('fromDay')}
        </button>
      </form>
    </MenuBox>
  );
}
