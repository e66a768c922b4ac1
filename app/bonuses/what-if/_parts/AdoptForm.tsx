'use client';
import { useTranslations } from 'next-intl';
import { useActionState, useEffect, useState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { toast } from '@/app/_components/ui/toast';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import { type Adopted, adoptValues, previewCoefficients, takeBack } from '../_actions';

interface Props {
  /** The day offered: nothing of the past is touched. */
  day: string;
  values: readonly { name: string; label: string; value: string; shown: string }[];
  coefficients: readonly { text: string; label: string; points: string }[];
  /** The address of the file of coefficients, without its day. */
  file: string;
  /** Values that do not fit each other cannot be adopted. */
  blocked: boolean;
}

const nothing: Adopted = { problem: null, done: null };

/** Makes the scenario the company's policy from a day on. Until then nothing is changed. */
export function AdoptForm({ day, values, coefficients, file, blocked }: Props) {
  const t = useTranslations('bonus_what_if.adopt');
  if (values.length + coefficients.length === 0) {
    return <p className="px-4 py-3 text-note text-ink-3">{t('nothing')}</p>;
  }
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      {values.length > 0 ? <Values day={day} values={values} blocked={blocked} /> : null}
      {coefficients.length > 0 ? <Coefficients day={day} coefficients={coefficients} file={file} /> : null}
    </div>
  );
}

function Values({ day, values, blocked }: Pick<Props, 'day' | 'values' | 'blocked'>) {
  const t = useTranslations('bonus_what_if.adopt');
  const [state, act, busy] = useActionState(adoptValues, nothing);
  // Taken back: what was said of it no longer holds.
  const [gone, setGone] = useState<Adopted | null>(null);
  const who = useWho();
  useEffect(() => {
    const { set, done } = state;
    if (!set || !done) return;
    toast({
      text: done,
      undo: async () => {
        const back = await takeBack(set);
        if (back.done) setGone(state);
        toast({ text: back.done ?? back.problem ?? '' });
      },
    });
  }, [state]);
  return (
    <form
      action={(data) => {
        who.keep();
        act(data);
      }}
      className="flex flex-col gap-2"
    >
      <ul className="text-table">
        {values.map((v) => (
          <li key={v.name} className="flex justify-between gap-3">
            <span className="text-ink-2">{v.label}</span>
            <b>{v.shown}</b>
            <input type="hidden" name="parameter" value={v.name} />
            <input type="hidden" name={`value:${v.name}`} value={v.value} />
          </li>
        ))}
      </ul>
      <Day day={day} />
      <Who who={who} />
      <label className="flex flex-col gap-1 text-table">
        <span className="text-ink-2">{t('why')}</span>
        <input className="field" name="why" autoComplete="off" placeholder={t('whyHint')} />
      </label>
      {gone === state ? null : <Outcome state={state} />}
      <div>
        <Button type="submit" disabled={busy || blocked}>
          {t('adopt', { n: values.length })}
        </Button>
      </div>
    </form>
  );
}

function Coefficients({ day, coefficients, file }: Pick<Props, 'day' | 'coefficients' | 'file'>) {
  const t = useTranslations('bonus_what_if.adopt');
  const [state, act, busy] = useActionState(previewCoefficients, nothing);
  return (
    <form action={act} className="flex flex-col gap-2 border-line border-t pt-3">
      <p className="text-note text-ink-3">{t('coefficientsNote')}</p>
      <ul className="text-table">
        {coefficients.map((c) => (
          <li key={c.text} className="flex justify-between gap-3">
            <span className="text-ink-2">{c.label}</span>
            <b>{c.points}</b>
            <input type="hidden" name="coefficient" value={c.text} />
          </li>
        ))}
      </ul>
      <Day day={day} />
      <Outcome state={state} />
      <div className="flex items-center gap-3">
        <Button type="submit" disabled={busy}>
          {t('preview', { n: coefficients.length })}
        </Button>
        <a className="text-accent text-table" href={`${file}&from=${day}`} download>
          {t('download')}
        </a>
      </div>
    </form>
  );
}

function Day({ day }: { day: string }) {
  const t = useTranslations('bonus_what_if.adopt');
  return (
    <label className="flex flex-col gap-1 text-table">
      <span className="text-ink-2">{t('from')}</span>
      <input className="field" name="from" defaultValue={day} placeholder="2026-01-01" autoComplete="off" />
    </label>
  );
}
