import { useTranslations } from 'next-intl';
import { Empty } from '@/app/_components/page/states';
import { tableColumns } from '@/app/_components/table/columns';
import { ReportTable } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { minute, NONE } from '@/lib/format';
import { questionKinds, visitsQuestions } from '@/lib/reports/visits_questions';
import { type Question, seenIn, type VisitsModel } from '../_model';

/** What to ask about: worded as questions, each opening the records that raise it (V-10). */
export function QuestionsTable({ model }: { model: VisitsModel }) {
  const t = useTranslations('visits.questions');
  const { questions, params } = model;
  if (questions.length === 0) return <Empty>{t('empty', { period: params.period })}</Empty>;
  const seen = seenIn(model);
  return (
    <ReportTable
      title={t('title', { n: questions.length })}
      note={t('note')}
      rule="V-10"
      columns={tableColumns(visitsQuestions.columns, [
        { name: 'salesperson', cell: { kind: 'owner' }, width: 90, phone: 'title' },
        { name: 'day', year: params.as_of, width: 80, align: 'left', phone: 'meta' },
        { name: 'customers', width: 260, phone: 'meta' },
        { name: 'note', weight: 'quiet', width: 320, phone: 'note' },
        { name: 'records', width: 70, phone: 'value' },
      ])}
      rows={questions.map((q) => ({
        ...q,
        id: `${q.question}/${q.key}`,
        note: q.note ?? evidenceOf(t, q),
        href: href('/rows/visits_question_rows', {}, { ...seen, question: q.question, key: q.key }),
      }))}
      rowKey="id"
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
  );
}

/** The day of an instant is told where it is not the question's own. */
const at = (instant: string | null, day: string | null): string =>
  instant === null
    ? NONE
    : instant.slice(0, 10) === day
      ? minute(instant).slice(11)
      : minute(instant).slice(5);

/** What in the records raises the question: `left 08:30, approved 09:10`. */
function evidenceOf(t: ReturnType<typeof useTranslations<'visits.questions'>>, q: Question): string {
  const [first, last] = [at(q.first_at, q.day), at(q.last_at, q.day)];
  const kind = q.handed_in_late ? 'handed_in_late' : q.question;
  return t(`seen.${kind}`, { first, last, n: q.records });
}
