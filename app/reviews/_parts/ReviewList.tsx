import { useLocale, useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { type TableColumn, tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { column } from '@/lib/reports/columns';
import { review } from '@/lib/reports/review';
import { LISTED, type ReviewsModel, sections } from '../_model';

/** What a row is shown with beside the columns of the report. */
const listed = [...review.columns, column.code('stand', 'decision')];

function columnsAt(year: string, today: string, english: boolean): TableColumn[] {
  const score = { cell: { kind: 'score' }, digits: 1, width: english ? 60 : 52, hide: 'narrow' } as const;
  return tableColumns(listed, [
    { name: 'name', header: 'customer', cell: { kind: 'name' }, width: 172, phone: 'title' },
    { name: 'department', weight: 'quiet', width: english ? 84 : 70, phone: 'meta' },
    {
      name: 'tier',
      header: 'move',
      cell: { kind: 'move', to: 'proposed_tier' },
      width: english ? 150 : 96,
      phone: 'meta',
    },
    { name: 'net_sales', unit: 'wan', width: english ? 108 : 88, hide: english ? 'start' : undefined },
    { name: 'volume', ...score },
    { name: 'receivables', ...score },
    { name: 'reputation', ...score, width: english ? 72 : 52 },
    { name: 'loyalty', ...score },
    { name: 'score', digits: 2, width: 58, weight: 'strong', phone: 'value' },
    { name: 'problems', zero: 'dot', width: english ? 66 : 44, phone: 'note' },
    { name: 'found_on', year, width: 80, hide: 'start' },
    { name: 'due_on', year, cell: { kind: 'due', before: today }, width: 80, phone: 'note' },
    {
      name: 'stand',
      header: 'decision',
      width: english ? 92 : 68,
      cell: { kind: 'status', tones: { accepted: 'ok', overridden: 'full' } },
      phone: 'meta',
    },
    {
      name: 'decided_tier',
      header: 'decided_to',
      width: english ? 76 : 56,
      hide: english ? 'start' : undefined,
    },
  ]);
}

/** The reviewed customers under the heading of what is proposed; a row opens its measures and its evidence. */
export function ReviewList({ model }: { model: ReviewsModel }) {
  const t = useTranslations('reviews');
  const locale = useLocale();
  const codes = useCodes();
  const { params, rows, sizes, period, view, counts, today } = model;
  if (rows.length === 0) {
    const chosen = (['department', 'tier', 'region', 'owner', 'grade', 'product'] as const).flatMap(
      (param) =>
        params[param]?.length
          ? [
              {
                param,
                label: t(`filter.${param}`),
                value: params[param].map((v) => codes(param)[v] ?? v).join(' '),
              },
            ]
          : [],
    );
    if (chosen.length > 0) return <EmptyFiltered filters={chosen} />;
    if (counts.all === 0) return <Empty>{t('nobody', { day: period.end })}</Empty>;
    return <Empty>{t(`empty.${view ?? 'changes'}`, { n: counts.all, period: period.name })}</Empty>;
  }
  return (
    <ReportTable
      columns={columnsAt(period.end, today, locale === 'en')}
      rows={rows}
      rowKey="customer_id"
      label={t('table', { period: period.name, n: counts[view ?? 'changes'] })}
      tools={true}
      density="compact"
      groupBy={{
        column: 'section',
        groups: sections.map((value) => ({
          value,
          label: t(`sections.${value}.label`),
          note: [t(`sections.${value}.note`), sizes[value] > LISTED ? t('cut', { n: LISTED }) : '']
            .filter(Boolean)
            .join(' · '),
          ...(sizes[value] > LISTED ? { count: sizes[value] } : {}),
        })),
      }}
      initialSort="score"
    />
  );
}
