import { useTranslations } from 'next-intl';
import { FilterBar } from '@/app/_components/filters/FilterBar';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { MenuBox } from '@/app/_components/ui/MenuBox';
import { minute } from '@/lib/format';
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
            set={{ report: name, period: null, by: null }}
            aria-current={name === params.report ? 'true' : undefined}
          >
            {t(`reports.${name}`)}
          </ParamLink>
        ))}
      </nav>
    </FilterBar>
  );
}

/** Since which import: the last ones to choose from. */
export function SinceMenu({ model }: { model: ChangesModel }) {
  const t = useTranslations('changes');
  return (
    <MenuBox label={t('since', { since: model.params.since })}>
      {model.all.slice(0, OFFERED).map((i) => (
        <ParamLink
          key={i.import_id}
          className="popup-item"
          set={{ since: String(i.import_id) }}
          aria-current={String(i.import_id) === model.params.since ? 'true' : undefined}
        >
          {t('import', { id: i.import_id })}
          <span className="note">
            {minute(i.finished_at)} · {t('size', { new: i.new, changed: i.changed })}
          </span>
        </ParamLink>
      ))}
    </MenuBox>
  );
}
