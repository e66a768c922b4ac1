'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useKeys } from '@/app/_components/navigation/keys';
import { useSelection } from '@/app/_components/table/Selection';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { useWho } from '@/app/_components/ui/Who';
import { decide, revoke } from '../_actions';

interface Props {
  /** The half-year reviewed; null decides open demotion cases. */
  period: string | null;
  today: string;
  /** The row of the drawer: what is decided while nothing is ticked. */
  open: { id: string; name: string } | null;
  tiers: readonly { value: string; label: string }[];
}

/** Decides what is ticked, else what is open: as proposed (`A`), or otherwise with a reason (`O`). */
export function DecideBar({ period, today, open, tiers }: Props) {
  const t = useTranslations('decide');
  const selection = useSelection();
  const shown = useSearchParams().get('row');
  const who = useWho();
  const [from, setFrom] = useState(today);
  const [other, setOther] = useState(false);
  const [tier, setTier] = useState('qualified');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();

  const ticked = [...(selection?.keys ?? [])];
  const customers = ticked.length > 0 ? ticked : shown !== null && open?.id === shown ? [shown] : [];
  const n = customers.length;

  function run(asked: string | null) {
    if (n === 0 || busy) return;
    const by = who.name.trim();
    if (by === '') {
      setProblem(t('whoMissing'));
      who.field.current?.focus();
      return;
    }
    who.keep();
    start(async () => {
      const made = await decide({
        period,
        customers,
        tier: asked,
        by,
        effective_on: from,
        reason: reason || null,
      });
      setProblem(made.problem);
      if (made.done === null) return;
      selection?.set([]);
      setOther(false);
      setReason('');
      toast({
        text: made.done,
        undo: async () => {
          const undone = await revoke({ ids: made.ids, by, why: t('undoWhy') });
          toast({ text: undone.problem ?? undone.done ?? '' });
        },
      });
    });
  }

  useKeys({ a: () => run(null), o: () => (n > 0 ? setOther(true) : undefined) });

  const what =
    ticked.length > 0 ? t('ticked', { n: ticked.length }) : n > 0 ? (open?.name ?? '') : t('nothing');
  return (
    <section className="decide-bar no-print" aria-label={t('label')}>
      <p className="decide-what" aria-live="polite" data-none={n === 0 || undefined}>
        {what}
      </p>
      <Button kind="primary" disabled={n === 0 || busy} onClick={() => run(null)} aria-keyshortcuts="A">
        {t('accept')} <kbd>A</kbd>
      </Button>
      <Button
        disabled={n === 0 || busy}
        onClick={() => setOther(!other)}
        aria-expanded={other}
        aria-keyshortcuts="O"
      >
        {t('override')} <kbd>O</kbd>
      </Button>
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
      {other ? (
        <form
          className="decide-other"
          onSubmit={(event) => {
            event.preventDefault();
            run(tier);
          }}
        >
          <label>
            {t('tier')}
            <select className="field" value={tier} onChange={(event) => setTier(event.target.value)}>
              {tiers.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </select>
          </label>
          <label className="grow">
            {t('reason')}
            <input
              className="field grow"
              value={reason}
              autoComplete="off"
              placeholder={t('reasonHint')}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
          <Button type="submit" disabled={n === 0 || busy}>
            {t('overrideNow', { n })}
          </Button>
        </form>
      ) : null}
      {problem ? (
        <p role="alert" data-tone="over" className="decide-problem">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
