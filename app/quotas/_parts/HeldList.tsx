import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { quotaCustomers } from '@/lib/reports/quota-detail';
import { review } from '@/lib/reports/review';
import { limitedTiers } from '@/lib/rules/tiers';
import type { Chosen, QuotasModel } from '../_model';
import { limitOf, useAdvice, useGroup, useRoom } from './words';

function columnsFor({ by, tier }: Chosen, year: string): TableColumn[] {
  const [name, department, owner, grade, held, sales, last, from] = tableColumns(quotaCustomers.columns, [
    { name: 'name', header: 'customer', cell: { kind: 'name', id: 'customer_id' }, phone: 'title' },
    { name: 'department', weight: 'quiet', width: 84, phone: 'meta' },
    { name: 'owner', cell: { kind: 'owner' }, width: 72, phone: 'meta' },
    { name: 'grade', cell: { kind: 'grade' }, phone: 'meta' },
    { name: 'tier', phone: 'meta' },
    { name: 'net_sales_12m', unit: 'wan', phone: 'value' },
    { name: 'last_sale_on', year, hide: 'narrow' },
    { name: 'tier_from', weight: 'quiet', hide: 'narrow' },
  ]);
  const [score, problems] = tableColumns(review.columns, [
    { name: 'score', digits: 2, phone: 'note' },
    { name: 'problems', zero: 'dot' },
  ]);
  const advice: TableColumn = { name: 'advice', type: 'text', header: 'proposal', width: 110, phone: 'note' };
  return [
    name,
    by === 'department' ? undefined : department,
    owner,
    grade,
    tier === null ? held : undefined,
    sales,
    last,
    score,
    problems,
    advice,
    from,
  ].filter((column) => column !== undefined);
}

/** The customers that hold the chosen tier, or the whole base; a row opens what its tier and its place rest on. */
export function HeldList({ model }: { model: QuotasModel }) {
  const t = useTranslations('quotas.list');
  const codes = useCodes();
  const locale = useLocale();
  const nameOf = useGroup();
  const adviceOf = useAdvice();
  const { chosen, rows, params, period } = model;
  if (!chosen) return null;
  const { by, tier } = chosen;
  const group = nameOf(by, chosen.group);
  const title =
    tier === null
      ? t('base', { group, n: rows.length })
      : t('held', { group, tier: codes('tier')[tier] ?? tier, n: rows.length });
  if (rows.length === 0) {
    return (
      <Section title={title}>
        <Empty>{t('empty')}</Empty>
      </Section>
    );
  }
  return (
    <div className="flex min-h-[220px] flex-1 flex-col max-desk:block">
      <ReportTable
        key={`${by}/${tier}`}
        columns={columnsFor(chosen, params.as_of)}
        rows={rows.map((row) => ({
          customer_id: row.customer_id,
          name: row.name,
          department: row.department,
          owner: row.owner,
          grade: row.grade,
          tier: row.tier,
          net_sales_12m: row.net_sales_12m,
          last_sale_on: row.last_sale_on,
          score: row.reviewed?.score ?? null,
          problems: row.reviewed?.problems ?? null,
          advice: adviceOf(row.reviewed),
          tier_from: row.tier_from,
        }))}
        rowKey="customer_id"
        title={title}
        note={
          <>
            <Sizes model={model} chosen={chosen} />
            {locale === 'en' ? '. ' : '。'}
            {t('review', { period })}
          </>
        }
        rule={tier === null ? 'Q-02' : 'Q-03'}
        label={title}
        initialSort="-net_sales_12m"
      />
    </div>
  );
}

/** The reckoning of the places with its numbers, and the way to the other customers of the base. */
function Sizes({ model, chosen }: { model: QuotasModel; chosen: Chosen }) {
  const t = useTranslations('quotas.list');
  const codes = useCodes();
  const roomOf = useRoom();
  const { line } = model;
  if (!line) return null;
  const { by, tier } = chosen;
  const link = (to: 'vip' | 'preferred' | null, text: string) => (
    <ParamLink
      key={to ?? 'base'}
      className="mr-2 text-accent underline underline-offset-2"
      set={{ by, group: line.group ?? '', tier: to }}
    >
      {text}
    </ParamLink>
  );
  const cell = limitedTiers.map((one) => line.cells[one]).find((one) => one.tier === tier);
  return (
    <>
      {tier === null ? null : link(null, t('toBase', { n: line.base }))}
      {limitedTiers
        .filter((other) => other !== tier)
        .map((other) =>
          link(other, t('toTier', { tier: codes('tier')[other] ?? other, n: line.cells[other].held })),
        )}
      {cell
        ? t('places', {
            base: line.base,
            limit: limitOf(model, cell.tier),
            places: cell.places,
            room: roomOf(cell).word,
          })
        : t('all')}
    </>
  );
}
