import { useTranslations } from 'next-intl';
import { Empty, EmptyFiltered } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { bonusAsked } from '@/lib/reports/bonus_asked';
import { bonusSigned } from '@/lib/reports/bonus_signed';
import type { QuestionsModel } from '../_model';

function useEmpty(model: QuestionsModel) {
  const t = useTranslations('bonus_questions');
  const { params, view } = model;
  if (params.department?.length)
    return (
      <EmptyFiltered
        filters={[{ param: 'department', label: t('filter.department'), value: params.department.join(' ') }]}
      />
    );
  return <Empty>{t(`empty.${view ?? 'all'}`, { period: params.period })}</Empty>;
}

/** What was asked, those that wait first; a row opens the thread. */
export function AskedTable({ model }: { model: QuestionsModel }) {
  const t = useTranslations('bonus_questions');
  const empty = useEmpty(model);
  const { rows, params } = model;
  if (rows.length === 0) return empty;
  return (
    <ReportTable
      columns={tableColumns(bonusAsked.columns, [
        { name: 'question_id', width: 56, weight: 'quiet', align: 'left' },
        {
          name: 'name',
          header: 'technician',
          cell: { kind: 'name', id: 'technician_id' },
          width: 130,
          phone: 'title',
        },
        { name: 'department', width: 84, weight: 'quiet', hide: 'narrow' },
        {
          name: 'state',
          cell: { kind: 'status', tones: { open: 'full', answered: 'ok' } },
          width: 80,
          phone: 'value',
        },
        { name: 'figure', width: 84, phone: 'meta' },
        { name: 'source_id', width: 84, phone: 'meta' },
        { name: 'question', width: 260, phone: 'note' },
        { name: 'asked_by', width: 84, hide: 'narrow' },
        { name: 'asked_at', width: 128, hide: 'narrow' },
      ])}
      rows={rows}
      rowKey="question_id"
      label={t('table', { period: params.period, n: rows.length })}
      initialSort="-state,question_id"
      density="comfortable"
      tools={false}
    />
  );
}

/** Everybody's signature, the void ones first; a row opens the statement. */
export function SignedTable({ model }: { model: QuestionsModel }) {
  const t = useTranslations('bonus_questions');
  const empty = useEmpty(model);
  const { signed, params } = model;
  if (signed.length === 0) return empty;
  return (
    <ReportTable
      columns={tableColumns(bonusSigned.columns, [
        {
          name: 'name',
          header: 'technician',
          cell: { kind: 'name', id: 'technician_id' },
          width: 150,
          phone: 'title',
        },
        { name: 'department', width: 90, weight: 'quiet', phone: 'meta' },
        { name: 'region', width: 80, weight: 'quiet', hide: 'narrow' },
        {
          name: 'signature',
          cell: { kind: 'status', tones: { signed: 'ok', void: 'over' } },
          width: 90,
          phone: 'note',
        },
        { name: 'signed_by', width: 100, phone: 'meta' },
        { name: 'signed_at', width: 130, hide: 'narrow' },
        { name: 'signed_for', width: 110 },
        { name: 'payable', width: 110, weight: 'strong', phone: 'value' },
      ])}
      rows={signed}
      rowKey="technician_id"
      opens={{ href: `/bonuses/{technician_id}?period=${params.period}` }}
      label={t('tableSigned', { period: params.period, n: signed.length })}
      initialSort="technician_id"
      density="standard"
      tools={false}
    />
  );
}
