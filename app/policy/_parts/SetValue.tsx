'use client';
import { useTranslations } from 'next-intl';
import { type FocusEvent, startTransition, useActionState } from 'react';
import { Button } from '@/app/_components/ui/Button';
import { Outcome, useWho, Who } from '@/app/_components/ui/Who';
import type { ParameterType } from '@/lib/rules/parameters/parameter';
import { setValue, tryValue } from '../_actions';

interface Props {
  today: string;
  /** The parameter, and those that have to fit it. */
  fields: readonly { name: string; label: string; shown: string }[];
  type: ParameterType;
  unit: string;
}

/** A value of one's own from a day on: past periods keep what was in force then. */
export function SetValue({ today, fields, type, unit }: Props) {
  const t = useTranslations('policy.form');
  const [state, act, busy] = useActionState(setValue, { problem: null, done: null });
  const choices = useTranslations('policy.choices');
  const [tried, tryIt] = useActionState(tryValue, null);
  const who = useWho();

  /** A value that would not fit is said as soon as it is typed, before anybody sets it. */
  function onBlur({ target, currentTarget }: FocusEvent<HTMLFormElement>) {
    const { name } = target as unknown as { name?: string };
    if (name !== 'from' && !name?.startsWith('value:')) return;
    const data = new FormData(currentTarget);
    startTransition(() => tryIt(data));
  }

  return (
    <form
      onBlur={onBlur}
      action={(data) => {
        who.keep();
        act(data);
      }}
      className="flex flex-col gap-3 border-t border-line pt-3"
    >
      <h3 className="text-table">{t('title')}</h3>
      {fields.map((field, i) => (
        <label key={field.name} className="flex flex-col gap-1 text-table">
          <span className="text-ink-2">{i === 0 ? t('value', { unit: unit || 'none' }) : field.label}</span>
          <input type="hidden" name="parameter" value={field.name} />
          {type.is === 'choice' ? (
            <select className="field" name={`value:${field.name}`} defaultValue={field.shown}>
              {type.of.map((one) => (
                <option key={one} value={one}>
                  {choices.has(one) ? choices(one) : one}
                </option>
              ))}
            </select>
          ) : (
            <input
              className="field"
              name={`value:${field.name}`}
              defaultValue={field.shown}
              autoComplete="off"
              aria-invalid={state.problem !== null}
            />
          )}
        </label>
      ))}
      <p className="text-note text-ink-3">{t(`hint.${type.is}`)}</p>
      <label className="flex flex-col gap-1 text-table">
        <span className="text-ink-2">{t('from')}</span>
        <input
          className="field"
          name="from"
          defaultValue={today}
          placeholder="2026-01-01"
          autoComplete="off"
        />
      </label>
      <div aria-live="polite" className="text-table">
        {tried && state.problem === null ? (
          tried.wrong.length > 0 ? (
            tried.wrong.map((told) => (
              <p key={told} data-tone="over">
                {told}
              </p>
            ))
          ) : (
            <p data-tone="ok">{t('fits')}</p>
          )
        ) : null}
      </div>
      <Who who={who} />
      <label className="flex flex-col gap-1 text-table">
        <span className="text-ink-2">{t('why')}</span>
        <input className="field" name="why" autoComplete="off" placeholder={t('whyHint')} />
      </label>
      <Outcome state={state} />
      <div>
        <Button type="submit" kind="primary" disabled={busy}>
          {t('set')}
        </Button>
      </div>
    </form>
  );
}
