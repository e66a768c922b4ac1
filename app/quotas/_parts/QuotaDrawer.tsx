import { useLocale, useTranslations } from 'next-intl';
import { Drawer, tabOf } from '@/app/_components/drawer/Drawer';
import { Terms } from '@/app/_components/drawer/Terms';
import { TierHistory } from '@/app/_components/drawer/TierHistory';
import { useCodes } from '@/app/_components/table/ReportTable';
import { moneyExact, NONE, number } from '@/lib/format';
import { limitedTiers } from '@/lib/rules/tiers';
import type { QuotaDetail } from '../_detail';
import type { QuotasModel } from '../_model';
import { QuotaRows } from './QuotaRows';
import { limitOf, ruleOf, useAdvice, useRoom } from './words';

interface Props {
  detail: QuotaDetail;
  model: QuotasModel;
  tab: string | undefined;
}

/** One customer of a base: why it is in it, where its tier comes from, and what was decided before. */
export function QuotaDrawer({ detail, model, tab }: Props) {
  const t = useTranslations('quotas');
  const { row, sales, tiers } = detail;
  const tabs = [
    { id: 'how' as const },
    { id: 'rows' as const, count: sales.length + 1 },
    { id: 'history' as const, count: tiers.length },
  ];
  const shown = tabOf(tabs, tab);
  const note = [row.customer_id, row.department, row.region, row.grade].filter(Boolean).join(' · ');
  return (
    <Drawer
      title={row.name}
      note={
        <>
          {note} · {row.owner ?? <span data-tone="full">{t('none.owner')}</span>}
        </>
      }
      tabs={tabs}
      tab={tab}
    >
      {shown === 'how' ? <How detail={detail} model={model} /> : null}
      {shown === 'rows' ? <QuotaRows detail={detail} asOf={model.params.as_of} /> : null}
      {shown === 'history' ? <TierHistory tiers={tiers} register={row.tier_from === 'register'} /> : null}
    </Drawer>
  );
}

function How({ detail, model }: { detail: QuotaDetail; model: QuotasModel }) {
  const t = useTranslations('quotas.detail');
  const codes = useCodes();
  const locale = useLocale();
  const roomOf = useRoom();
  const adviceOf = useAdvice();
  const { row, sales, from } = detail;
  const { line, params, chosen, period } = model;
  const tiers = codes('tier');
  return (
    <>
      <h3 className="text-table">{t('tier')}</h3>
      <Terms
        terms={[
          {
            label: tiers[row.tier ?? 'none'] ?? NONE,
            rule: 'Q-05',
            value: row.tier_since ?? t(row.tier_from === 'register' ? 'undated' : 'noTier'),
          },
        ]}
      />
      <p className="mb-3 text-ink-3 text-note">{t(`from.${row.tier_from ?? 'none'}`)}</p>
      <h3 className="text-table">{t('base')}</h3>
      <Terms
        terms={[
          { label: t('kind'), rule: 'Q-02', value: t('trade') },
          { label: t('admitted', { day: params.as_of }), rule: 'Q-02', value: row.admitted_on },
          { label: t('blacklist', { day: params.as_of }), rule: 'Q-02', value: t('notListed') },
          ...(chosen?.by === 'department'
            ? []
            : [{ label: t('bought', { days: model.productDays }), rule: 'Q-04', value: row.group ?? NONE }]),
        ]}
      />
      {line ? (
        <>
          <h3 className="mt-3 text-table">{t('places')}</h3>
          <Terms
            terms={limitedTiers.map((tier) => ({
              label: tiers[tier] ?? tier,
              note: t('reckoning', {
                base: number(line.base),
                limit: limitOf(model, tier),
                places: line.cells[tier].places,
                held: line.cells[tier].held,
              }),
              rule: 'Q-03',
              value: <span data-tone={roomOf(line.cells[tier]).tone}>{roomOf(line.cells[tier]).word}</span>,
            }))}
          />
        </>
      ) : null}
      <h3 className="mt-3 text-table">{t('review', { period })}</h3>
      {row.reviewed ? (
        <Terms
          terms={[
            { label: t('score'), rule: 'R-02', value: row.reviewed.score },
            { label: t('problems'), rule: 'R-03', value: number(row.reviewed.problems) },
            { label: t('advice'), rule: ruleOf(row.reviewed), value: adviceOf(row.reviewed) },
          ]}
        />
      ) : (
        <p className="text-ink-3 text-note">{t('notReviewed', { period })}</p>
      )}
      <h3 className="mt-3 text-table">{t('sales')}</h3>
      <Terms
        terms={[
          {
            label: t('net'),
            note: t('salesNote', { from, n: sales.length }),
            rule: 'A-01',
            value: moneyExact(row.net_sales_12m, locale),
          },
        ]}
      />
      <p className="mt-3 text-note">
        <a
          className="text-accent"
          href={`/reviews?period=${period}&view=all&row=${encodeURIComponent(row.customer_id)}`}
        >
          {t('toReview', { period })}
        </a>
      </p>
    </>
  );
}
