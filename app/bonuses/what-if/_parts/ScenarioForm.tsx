'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useId } from 'react';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { useHref, useNavigation } from '@/app/_components/navigation/Pending';
import { Button } from '@/app/_components/ui/Button';

export interface FormField {
  /** `bonus.base_points`, or a work type. */
  name: string;
  label: string;
  /** `点`, `元/点`; empty where there is none. */
  unit: string;
  choices: readonly { value: string; label: string }[] | null;
  now: string;
  /** The value of now in words, where it is a choice. */
  nowLabel: string;
  tried: string | null;
  problem: string | null;
}

export interface FormGroup {
  id: string;
  title: string;
  /** Parameter of the address that its fields make. */
  param: 'set' | 'coefficient';
  fields: readonly FormField[];
}

interface Props {
  from: string;
  to: string;
  groups: readonly FormGroup[];
  conflicts: readonly string[];
}

const fieldName = (group: FormGroup, field: FormField) => `${group.param}:${field.name}`;

/** The values to try. What is as it stands is left out of the address, so that a link says only what is tried. */
export function ScenarioForm({ from, to, groups, conflicts }: Props) {
  const t = useTranslations('bonus_what_if.form');
  const href = useHref();
  const { go } = useNavigation();

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const typed = (name: string) => String(data.get(name) ?? '').trim();
    const texts = (param: FormGroup['param']) =>
      groups
        .filter((g) => g.param === param)
        .flatMap((g) => g.fields.map((f) => ({ field: f, value: typed(fieldName(g, f)) })))
        .filter(({ field, value }) => value !== '' && value !== field.now)
        .map(({ field, value }) => `${field.name}:${value}`);
    go(
      href({
        from: typed('from'),
        to: typed('to'),
        set: texts('set'),
        coefficient: texts('coefficient'),
        band: null,
      }),
    );
  }

  const tried = groups.reduce((n, g) => n + g.fields.filter((f) => f.tried !== null).length, 0);
  return (
    // Drawn anew for another scenario: fields show what the address says.
    <form
      onSubmit={onSubmit}
      key={JSON.stringify([from, to, groups])}
      className="flex flex-col gap-2 px-4 py-3"
    >
      <div className="flex items-end gap-2">
        <Month name="from" label={t('from')} value={from} />
        <Month name="to" label={t('to')} value={to} />
      </div>
      {groups.map((group) => (
        <Group key={group.id} group={group} />
      ))}
      {conflicts.map((told) => (
        <p key={told} role="alert" data-tone="over" className="text-table">
          {told}
        </p>
      ))}
      <div className="flex items-center gap-3 pt-1">
        <Button type="submit" kind="primary">
          {t('try')}
        </Button>
        {tried > 0 ? (
          <ParamLink className="text-accent text-table" set={{ set: null, coefficient: null, band: null }}>
            {t('reset')}
          </ParamLink>
        ) : null}
      </div>
    </form>
  );
}

function Month({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="flex min-w-0 flex-1 flex-col text-table">
      <span className="text-ink-2">{label}</span>
      <input
        className="field w-full"
        name={name}
        defaultValue={value}
        pattern="\d{4}-(0[1-9]|1[0-2])"
        placeholder="2026-01"
        autoComplete="off"
        required
      />
    </label>
  );
}

function Group({ group }: { group: FormGroup }) {
  const t = useTranslations('bonus_what_if.form');
  const changed = group.fields.filter((f) => f.tried !== null).length;
  return (
    <details open={changed > 0 || group.id === 'B-04'} className="border-line border-t pt-2">
      <summary className="cursor-pointer text-table">
        <b className="font-semibold">{group.title}</b>{' '}
        <span className={changed > 0 ? 'text-accent' : 'text-ink-3'}>
          {changed > 0 ? t('changed', { n: changed }) : t('fields', { n: group.fields.length })}
        </span>
      </summary>
      <div className="flex flex-col gap-1 pt-1">
        {group.fields.map((field) => (
          <Field key={field.name} name={fieldName(group, field)} field={field} />
        ))}
      </div>
    </details>
  );
}

function Field({ name, field }: { name: string; field: FormField }) {
  const t = useTranslations('bonus_what_if.form');
  const id = useId();
  const { tried, problem } = field;
  const shared = {
    id,
    name,
    className: `field w-24 flex-none ${tried === null ? '' : 'border-accent'}`,
    defaultValue: tried ?? field.now,
    'aria-describedby': `${id}-now`,
  };
  return (
    <div>
      <div className="flex items-center gap-2 text-table">
        <label htmlFor={id} className="min-w-0 flex-1 text-ink-2 leading-4">
          {field.label} {field.unit ? <span className="text-ink-3">{field.unit}</span> : null}
        </label>
        {field.choices ? (
          <select {...shared}>
            {field.choices.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        ) : (
          <input {...shared} autoComplete="off" inputMode="decimal" aria-invalid={problem !== null} />
        )}
      </div>
      <p id={`${id}-now`} className="text-right text-note text-ink-3" hidden={tried === null && !problem}>
        {problem ? <span data-tone="over">{problem} </span> : null}
        {t('now', { value: field.nowLabel })}
      </p>
    </div>
  );
}
