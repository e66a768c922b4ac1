import { useLocale, useTranslations } from 'next-intl';
import { Drawer } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { useCodes } from '@/app/_components/table/ReportTable';
import { moneyExact, NONE, number } from '@/lib/format';
import { destinations, moveText } from '@/lib/rules/quota_what_if';
import type { ScratchRow, WhatIfModel } from '../_model';

interface Props {
  row: ScratchRow;
  model: WhatIfModel;
  tab: string | undefined;
}

/** One customer: where it stands, what speaks for and against a move, and the four places it can go. */
export function ScratchDrawer({ row, model, tab }: Props) {
  const t = useTranslations('what_if');
  const codes = useCodes();
  const locale = useLocale();
  const { moves, period } = model;
  const now = row.scratch_tier ?? (row.outside ? 'drop' : row.tier);
  return (
    <Drawer
      title={row.name}
      note={[row.customer_id, row.owner, row.grade].filter(Boolean).join(' · ')}
      tabs={[{ id: 'how' }]}
      tab={tab}
    >
      <h3 className="text-table">{t('where')}</h3>
      <Terms
        terms={[
          {
            label: t('now'),
            rule: row.outside ? 'Q-02' : 'Q-05',
            value: row.outside ? codes('outside')[row.outside] : (codes('tier')[row.tier ?? 'none'] ?? NONE),
          },
          {
            label: t('tried'),
            rule: 'Q-06',
            value: row.scratch_tier ? codes('scratch_tier')[row.scratch_tier] : t('stays'),
          },
        ]}
      />
      <h3 className="mt-3 text-table">{t('review', { period })}</h3>
      <Terms
        terms={[
          { label: t('score'), rule: 'R-02', value: row.score ?? NONE },
          { label: t('problems'), rule: 'R-03', value: row.problems === null ? NONE : number(row.problems) },
          { label: t('eligible'), rule: 'R-04', value: codes('tier')[row.eligible ?? 'none'] ?? NONE },
          {
            label: t('sales'),
            rule: 'A-01',
            value: row.net_sales_12m === null ? NONE : moneyExact(row.net_sales_12m, locale),
          },
        ]}
      />
      <h3 className="mt-3 mb-1 text-table">{t('moveTo')}</h3>
      <p className="flex flex-wrap gap-2">
        {destinations
          .filter((to) => to !== now && !(row.outside === 'listed'))
          .map((to) => (
            <ParamLink
              key={to}
              className="button"
              data-size="small"
              set={{
                row: row.customer_id,
                move: [...moves, moveText({ customer_id: row.customer_id, to })],
                undone: null,
              }}
            >
              {t(`to.${to}`)}
            </ParamLink>
          ))}
      </p>
      {row.outside === 'listed' ? (
        <p className="text-note" data-tone="full">
          {t('isListed')}
        </p>
      ) : null}
    </Drawer>
  );
}
