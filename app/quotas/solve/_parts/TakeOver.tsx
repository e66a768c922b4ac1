'use client';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useSelection } from '@/app/_components/table/Selection';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { useWho } from '@/app/_components/ui/Who';
import { href } from '@/app/_lib/url';
import { take, undoTake } from '../_actions';
import type { Standing } from '../_model';

interface Props {
  period: string;
  today: string;
  /** The choice shown, as an address. */
  question: string;
  standings: readonly Standing[];
  /** What was optimised, and whether it is proven. */
  why: string;
}

/** Takes the choice shown over into the review round: the ticked rows, else all of a department. */
export function TakeOver({ period, today, question, standings, why }: Props) {
  const t = useTranslations('solve.takeover');
  const selection = useSelection();
  const who = useWho();
  const [from, setFrom] = useState(today);
  const [reason, setReason] = useState(why);
  const [picked, setPicked] = useState(standings.length === 1 ? '0' : '');
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<{ text: string; review: string } | null>(null);
  const [busy, start] = useTransition();

  const ticked = [...(selection?.keys ?? [])];
  const standing = ticked.length > 0 || picked === '' ? undefined : standings[Number(picked)];
  const nobody = ticked.length === 0 && !standing;
  const nameOf = (s: Standing) => s.department ?? t('noDepartment');

  function run() {
    if (busy || nobody) return;
    const by = who.name.trim();
    if (by === '') {
      setProblem(t('whoMissing'));
      who.field.current?.focus();
      return;
    }
    who.keep();
    const wanted = standing ? { department: standing.department } : { customers: ticked };
    const review = href(
      '/reviews',
      {},
      { period, view: 'all', ...(standing?.department ? { department: standing.department } : {}) },
    );
    start(async () => {
      const made = await take({ question, wanted, by, effective_on: from, reason: reason || null });
      setProblem(made.problem);
      if (made.done === null) return;
      setDone({ text: made.done, review });
      selection?.set([]);
      toast({
        text: made.done,
        undo: async () => {
          const undone = await undoTake({ question, ids: made.ids, by });
          if (undone.problem === null) setDone(null);
          toast({ text: undone.problem ?? undone.done ?? '' });
        },
      });
    });
  }

  return (
    <section className="decide-bar no-print" aria-label={t('label')}>
      {ticked.length > 0 ? (
        <p className="decide-what" aria-live="polite">
          {t('ticked', { n: ticked.length })}
        </p>
      ) : (
        <label>
          {t('scope')}
          <select className="field" value={picked} onChange={(event) => setPicked(event.target.value)}>
            {standings.length === 1 ? null : <option value="">{t('pick')}</option>}
            {standings.map((s, i) => (
              <option key={s.department} value={String(i)}>
                {s.signed
                  ? t('signed', { department: nameOf(s) })
                  : t('undecided', { department: nameOf(s), n: s.accepts + s.overrides })}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('who')}
        <input
          className="field"
          size={8}
          ref={who.field}
          value={who.name}
          autoComplete="name"
          onChange={(event) => who.setName(event.target.value)}
        />
      </label>
      <label>
        {t('from')}
        <input
          className="field"
          size={10}
          value={from}
          autoComplete="off"
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <Button kind="primary" disabled={nobody || busy} onClick={run}>
        {ticked.length > 0 ? t('takeTicked', { n: ticked.length }) : t('take')}
      </Button>
      <label className="take-reason">
        {t('reason')}
        <input
          className="field grow"
          value={reason}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <p className="take-note" role="status">
        {done ? (
          <>
            <span data-tone="ok">{done.text}</span>{' '}
            <a className="text-accent" href={done.review}>
              {t('toReview')}
            </a>
          </>
        ) : standing && !standing.signed ? (
          t('would', { accepts: standing.accepts, overrides: standing.overrides, decided: standing.decided })
        ) : (
          t('note')
        )}
      </p>
      {problem ? (
        <p role="alert" data-tone="over" className="decide-problem">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
