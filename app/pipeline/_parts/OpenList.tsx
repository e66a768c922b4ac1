import { useLocale, useTranslations } from 'next-intl';
import { Segments } from '@/app/_components/filters/FilterBar';
import { Section } from '@/app/_components/page/Section';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable, useCodes } from '@/app/_components/table/ReportTable';
import { dayWords } from '@/lib/format';
import { opportunitiesOpen } from '@/lib/reports/opportunities_open';
import { LISTED, type PipelineModel } from '../_model';

const columnsAt = (year: string) =>
  tableColumns(opportunitiesOpen.columns, [
    { name: 'opportunity_id', width: 78, phone: 'meta' },
    { name: 'customer_name', width: 200, phone: 'title' },
    { name: 'grade', cell: { kind: 'grade' }, width: 50, phone: 'meta' },
    { name: 'department', weight: 'quiet', width: 84, hide: 'narrow' },
    { name: 'salesperson', cell: { kind: 'owner' }, width: 92, phone: 'meta' },
    { name: 'product', weight: 'quiet', width: 116, hide: 'narrow' },
    { name: 'stage', width: 88, phone: 'note' },
    { name: 'entered_on', year, width: 92, hide: 'narrow' },
    { name: 'age_days', unit: 'days', width: 72, phone: 'note' },
    { name: 'age_days', as: 'age_bar', header: '', cell: { kind: 'bar' }, width: 76, hide: 'narrow' },
    { name: 'expected_amount', unit: 'wan', width: 112, phone: 'value' },
    { name: 'share', header: 'weight', width: 66, digits: 0 },
    { name: 'sample', width: 60, hide: 'narrow' },
  ]);

/** The open opportunities, the stalled ones or all, the largest first; a row opens its reckoning. */
export function OpenList({ model }: { model: PipelineModel }) {
  const t = useTranslations('pipeline.list');
  const locale = useLocale();
  const codes = useCodes();
  const { listed, view, whole, stage, params, stalledDays } = model;
  const tools = (
    <Segments
      label={t('views')}
      current={view}
      items={[
        { value: null, label: t('stalled'), count: whole.stalled },
        { value: 'all', label: t('all'), count: whole.open },
      ]}
    />
  );
  const title = t(view === 'all' ? 'allTitle' : 'stalledTitle');
  // Where nothing is open the picture above has said so.
  if (whole.open === 0) return null;
  if (listed.length === 0) {
    return (
      <Section title={title} rule="F-05" tools={tools}>
        {stage === null ? (
          <Empty>
            {t('empty', { day: dayWords(params.as_of, locale), open: whole.open, days: stalledDays.value })}
          </Empty>
        ) : (
          <EmptyFiltered
            filters={[{ param: 'stage', label: t('stage'), value: codes('stage')[stage] ?? stage }]}
          />
        )}
      </Section>
    );
  }
  return (
    <>
      <Section
        title={title}
        note={
          stage === null
            ? t(listed.length === LISTED ? 'largest' : 'note', { n: listed.length })
            : t('atStage', { n: listed.length, stage: codes('stage')[stage] ?? stage })
        }
        rule="F-05"
        tools={tools}
      />
      <ReportTable
        label={title}
        columns={columnsAt(params.as_of)}
        rows={listed}
        rowKey="opportunity_id"
        initialSort="-expected_amount"
        density="compact"
        tools={false}
      />
    </>
  );
}
