import { useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { questionKinds, visitsQuestions } from '@/lib/reports/visits_questions';
import { seenIn, type VisitsModel } from '../_model';

/** What to ask about: worded as questions, each opening the records that raise it (V-10). */
export function QuestionsTable({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits.questions');
  const { questions, params } = model;
  if (questions.length === 0) return <Empty>{t('empty', { period: params.period })}</Empty>;
  const seen = seenIn(model);
  return (
    <>
      <Section title={t('title', { n: questions.length })} note={t('note')} rule="V-10" />
      <ReportTable
        columns={tableColumns(visitsQuestions.columns, [
          { name: 'salesperson', cell: { kind: 'owner' }, width: 90, phone: 'title' },
          { name: 'day', year: params.as_of, width: 80, align: 'left', phone: 'meta' },
          { name: 'customers', width: 320, phone: 'note' },
          { name: 'records', width: 70, phone: 'value' },
          { name: 'note', weight: 'quiet', width: 240, hide: 'narrow' },
        ])}
        rows={questions.map((q) => ({
          ...q,
          id: `${q.question}/${q.key}`,
          href: href('/rows/visits_question_rows', {}, { ...seen, question: q.question, key: q.key }),
        }))}
        rowKey="id"
        label={t('title', { n: questions.length })}
        opens={{ column: 'href' }}
        groupBy={{
          column: 'question',
          groups: questionKinds.map((kind) => ({
            value: kind,
            label: t(`ask.${kind}`),
            note: t(`why.${kind}`),
          })),
        }}
      />
    </>
  );
}
