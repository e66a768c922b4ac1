import { useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { SectionHead } from '@/app/_components/page/Section';
import { Tag } from '@/app/_components/ui/Tag';
import { ClientMessages } from '@/app/_i18n/ClientMessages';
import { localMinute } from '@/app/bonuses/_time';
import type { BonusQuestion } from '@/lib/work/bonus_questions';
import type { StatementModel } from '../_model';
import { AnswerForm, AskForm } from './QuestionForms';
import './questions.css';

const tones = { open: 'full', answered: 'ok', closed: undefined } as const;

/** What was asked and answered about this statement, and the form for the line that the address names. */
export function Questions({ model }: { model: StatementModel }) {
  const t = useTranslations('statement.questions');
  const codes = useTranslations('codes.bonus_figure');
  const { questions, asking, period, sheet } = model;
  const { technician_id } = sheet.technician;
  const lines = new Set(sheet.lines.map((l) => `${l.figure}:${l.source_kind}:${l.source_id}`));
  const named = (figure: string, id: string) =>
    figure === '' ? t('whole') : t('line', { figure: codes.has(figure) ? codes(figure) : figure, id });
  const [figure = '', , ...id] = (asking ?? '').split(':');
  const known = asking === '' || (asking !== null && lines.has(asking));
  return (
    <ClientMessages areas={['statement']}>
      <section className="questions">
        <SectionHead
          title={t('title')}
          tools={
            <ParamLink set={{ ask: '' }} replace className="button" data-size="small">
              {t('ask')}
            </ParamLink>
          }
        />
        {known ? (
          <AskForm
            key={asking}
            period={period}
            technician={technician_id}
            line={asking ?? ''}
            about={named(figure, id.join(':'))}
          />
        ) : null}
        {questions.length === 0 && !known ? <p className="question-none">{t('none')}</p> : null}
        {questions.map((q) => (
          <Thread
            key={q.id}
            question={q}
            about={named(q.figure, q.source_id)}
            gone={q.figure !== '' && !lines.has(`${q.figure}:${q.source_kind}:${q.source_id}`)}
          />
        ))}
      </section>
    </ClientMessages>
  );
}

/** One question with everything said about it. */
export function Thread({ question, about, gone }: { question: BonusQuestion; about: string; gone: boolean }) {
  const t = useTranslations('statement.questions');
  return (
    <article className="question" id={`question-${question.id}`}>
      <h3>
        {about} <Tag tone={tones[question.state]}>{t(`states.${question.state}`)}</Tag>
      </h3>
      {gone ? <p data-tone="full">{t('gone')}</p> : null}
      <ol>
        {question.entries.map((e) => (
          <li key={e.id}>
            <p className="question-by">
              {t(`acts.${e.act}`)} · {e.by} · {localMinute(e.at)}
            </p>
            {e.words === '' ? null : <p>{e.words}</p>}
          </li>
        ))}
      </ol>
      <AnswerForm question={question.id} state={question.state} />
    </article>
  );
}
