'use client';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { useKeys } from '@/app/_components/navigation/keys';
import { useSelection } from '@/app/_components/table/Selection';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { useWho } from '@/app/_components/ui/Who';
import { decideOwner, withdrawOwner } from '../_actions';

interface Props {
  asOf: string;
  /** Findings that can be decided, with their customers' names. */
  decidable: readonly (readonly [key: string, name: string])[];
  sellers: readonly string[];
}

/** Decides what is ticked, else the row that is open: as proposed (`A`), or for somebody named. */
export function OwnerBar({ asOf, decidable, sellers }: Props) {
  const t = useTranslations('ownership.decide');
  const selection = useSelection();
  const open = useSearchParams().get('row');
  const who = useWho();
  const [owner, setOwner] = useState('');
  const [why, setWhy] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, start] = useTransition();

  const names = new Map(decidable);
  const ticked = [...(selection?.keys ?? [])].filter((key) => names.has(key));
  const keys = ticked.length > 0 ? ticked : open !== null && names.has(open) ? [open] : [];
  const n = keys.length;

  function run() {
    if (n === 0 || busy) return;
    const by = who.name.trim();
    if (by === '') {
      setProblem(t('whoMissing'));
      who.field.current?.focus();
      return;
    }
    who.keep();
    start(async () => {
      const made = await decideOwner({
        as_of: asOf,
        keys,
        owner: owner === '' ? null : owner,
        by,
        // A proposal that is taken as it is needs no other reason; who departs from it says why.
        why: why.trim() === '' && owner === '' ? t('whyProposed') : why,
      });
      setProblem(made.problem);
      if (made.done === null) return;
      selection?.set([]);
      setWhy('');
      setOwner('');
      toast({
        text: made.done,
        undo: async () => {
          const undone = await withdrawOwner({ ids: made.ids, by, why: t('undoWhy') });
          toast({ text: undone.problem ?? undone.done ?? '' });
        },
      });
    });
  }

  useKeys({ a: run });

  return (
    <section className="owner-bar no-print" aria-label={t('label')}>
      <p aria-live="polite">
        {ticked.length > 0
          ? t('ticked', { n: ticked.length })
          : n > 0
            ? names.get(keys[0] ?? '')
            : t('nothing')}
      </p>
      <label>
        {t('to')}
        <select className="field" value={owner} onChange={(event) => setOwner(event.target.value)}>
          <option value="">{t('asProposed')}</option>
          {sellers.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
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
      <label className="why">
        {t('why')}
        <input
          className="field"
          value={why}
          autoComplete="off"
          placeholder={owner === '' ? t('whyProposed') : t('whyHint')}
          onChange={(event) => setWhy(event.target.value)}
        />
      </label>
      <Button kind="primary" disabled={n === 0 || busy} onClick={run} aria-keyshortcuts="A">
        {owner === '' ? t('accept', { n }) : t('assign', { n, owner })} <kbd>A</kbd>
      </Button>
      {problem ? (
        <p role="alert" data-tone="over">
          {problem}
        </p>
      ) : null}
    </section>
  );
}
