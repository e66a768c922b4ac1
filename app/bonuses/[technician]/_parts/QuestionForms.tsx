'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useRef } from 'react';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { useHref, useNavigation } from '@/app/_components/navigation/Pending';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import type { QuestionState } from '@/lib/work/bonus_questions';
import { askAbout, type SaidState, sayMore, takeBack } from '../_actions';

const nothing: SaidState = { problem: null, done: null, entry: null };

/** Says what was done once, with the way back. */
function useSaid(state: SaidState, by: string, then: () => void): void {
  const shown = useRef<number | null>(null);
  const after = useRef(then);
  after.current = then;
  useEffect(() => {
    const { entry, done } = state;
    if (entry === null || done === null || shown.current === entry) return;
    shown.current = entry;
    toast({ text: done, undo: async () => toast({ text: await takeBack(entry, by) }) });
    after.current();
  }, [state, by]);
}

interface AskProps {
  period: string;
  technician: string;
  /** `figure:source_kind:source_id`; empty for the whole statement. */
  line: string;
  about: string;
}

/** A question on a line, by name. */
export function AskForm({ period, technician, line, about }: AskProps) {
  const t = useTranslations('statement.questions');
  const [state, act, busy] = useActionState(askAbout, nothing);
  const who = useWho();
  const href = useHref();
  const { go } = useNavigation();
  const words = useRef<HTMLTextAreaElement>(null);
  useEffect(() => words.current?.focus(), []);
  useSaid(state, who.name, () => go(href({ ask: null }), { replace: true }));
  return (
    <form
      action={(data) => {
        who.keep();
        act(data);
      }}
      className="question-form"
    >
      <h3>{about}</h3>
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="technician" value={technician} />
      <input type="hidden" name="line" value={line} />
      <Words label={t('words')} field={words} />
      <Who who={who} />
      <Outcome state={{ problem: state.problem, done: null }} />
      <p className="question-buttons">
        <Button type="submit" kind="primary" size="small" disabled={busy}>
          {t('ask')}
        </Button>
        <ParamLink set={{ ask: null }} replace className="button" data-size="small">
          {t('cancel')}
        </ParamLink>
      </p>
    </form>
  );
}

function Words({ label, field }: { label: string; field?: React.RefObject<HTMLTextAreaElement | null> }) {
  return (
    <label className="flex flex-col gap-1 text-table">
      <span className="text-ink-2">{label}</span>
      <textarea className="field" name="words" rows={3} maxLength={2000} ref={field} />
    </label>
  );
}

/** Answer, ask again or close, whichever the state allows. */
export function AnswerForm({ question, state: now }: { question: number; state: QuestionState }) {
  const t = useTranslations('statement.questions');
  const [state, act, busy] = useActionState(sayMore, nothing);
  const who = useWho();
  const form = useRef<HTMLFormElement>(null);
  useSaid(state, who.name, () => form.current?.reset());
  const deeds = {
    open: [
      ['answered', t('answer')],
      ['closed', t('close')],
    ],
    answered: [
      ['asked', t('askAgain')],
      ['closed', t('close')],
    ],
    closed: [['asked', t('reopen')]],
  } as const;
  return (
    <details className="question-more">
      <summary>{deeds[now].map(([, label]) => label).join(' / ')}</summary>
      <form
        ref={form}
        action={(data) => {
          who.keep();
          act(data);
        }}
        className="question-form"
      >
        <input type="hidden" name="question" value={question} />
        <Words label={now === 'open' ? t('answerWords') : t('words')} />
        <Who who={who} />
        <Outcome state={{ problem: state.problem, done: null }} />
        <p className="question-buttons">
          {deeds[now].map(([deed, label], i) => (
            <button
              key={deed}
              type="submit"
              name="act"
              value={deed}
              disabled={busy}
              className="button"
              data-size="small"
              data-kind={i === 0 ? 'primary' : undefined}
            >
              {label}
            </button>
          ))}
        </p>
      </form>
    </details>
  );
}
