'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { FormColumn, FormModel } from '../_mapping';
import type { ColumnState } from './form';

const orders = ['ymd', 'mdy', 'dmy'] as const;

interface Props {
  form: FormModel;
  column: FormColumn;
  label: string;
  state: ColumnState;
  onChange: (state: ColumnState) => void;
}

/** One column of ours: from where it is taken, what stands there, and how it is read. */
export function ColumnRow({ form, column, label, state, onChange }: Props) {
  const t = useTranslations('intake.form');
  const row = useRef<HTMLTableRowElement>(null);
  const focused = form.focus === column.name;
  useEffect(() => {
    if (focused) row.current?.scrollIntoView({ block: 'center' });
  }, [focused]);
  const header = state.from.startsWith('h:') ? state.from.slice(2) : null;
  const auto = column.from && 'headers' in column.from ? column.from.headers.join(' + ') : t('nothing');
  const dated = column.type === 'date' || column.type === 'instant';
  return (
    <tr ref={row} data-current={focused || undefined}>
      <td>
        {label}
        {column.required ? <span className="ml-2 text-ink-2">{t('required')}</span> : null}
      </td>
      <td className="wraps">
        <select
          className="field w-48"
          data-size="small"
          aria-label={t('sourceLabel', { column: label })}
          value={state.from}
          onChange={(e) => onChange({ ...state, from: e.target.value })}
        >
          <option value="">{t('nothing')}</option>
          {state.from === 'auto' || (column.from && !('constant' in column.from)) ? (
            <option value="auto">{t('asRecognised', { what: auto })}</option>
          ) : null}
          {form.header.map((h) => (
            <option key={h} value={`h:${h}`}>
              {h}
            </option>
          ))}
          <option value="c">{t('constant')}</option>
        </select>
        {state.from === 'c' ? <Constant {...{ column, label, state, onChange }} /> : null}
      </td>
      <td className="wide quiet">{header === null ? '' : (form.samples[header] ?? []).join('、')}</td>
      <td className="wide wraps">
        {dated && header !== null ? (
          <select
            className="field"
            data-size="small"
            aria-label={t('orderLabel', { column: label })}
            value={state.dateOrder}
            onChange={(e) => onChange({ ...state, dateOrder: e.target.value })}
          >
            <option value="">{t('order')}</option>
            {orders.map((o) => (
              <option key={o} value={o}>
                {t(o)}
              </option>
            ))}
          </select>
        ) : null}
        {column.codes && header !== null ? <Values {...{ column, label, state, onChange, header }} /> : null}
      </td>
    </tr>
  );
}

type Part = Pick<Props, 'column' | 'label' | 'state' | 'onChange'>;

function Constant({ column, label, state, onChange }: Part) {
  const t = useTranslations('intake.form');
  const name = t('constantLabel', { column: label });
  const change = (constant: string) => onChange({ ...state, constant });
  if (column.codes) {
    return (
      <select
        className="field ml-2"
        data-size="small"
        aria-label={name}
        value={state.constant}
        onChange={(e) => change(e.target.value)}
      >
        <option value="">{t('valueUnknown')}</option>
        <Codes codes={column.codes} />
      </select>
    );
  }
  return (
    <input
      className="field ml-2 w-36"
      data-size="small"
      aria-label={name}
      value={state.constant}
      onChange={(e) => change(e.target.value)}
    />
  );
}

/** The names of codes: what a value of the file that no code bears means. */
function Values({ column, label, state, onChange, header }: Part & { header: string }) {
  const t = useTranslations('intake.form');
  const named = Object.keys(state.values);
  const values = [...new Set([...(column.unknown[header] ?? []), ...named])];
  return values.map((value) => (
    <label key={value} className="mr-3 inline-flex items-center gap-1">
      {t('value', { value })}
      <select
        className="field"
        data-size="small"
        aria-label={t('valueLabel', { column: label, value })}
        value={state.values[value] ?? '?'}
        onChange={(e) => {
          const { [value]: _, ...others } = state.values;
          onChange({
            ...state,
            values: e.target.value === '?' ? others : { ...others, [value]: e.target.value },
          });
        }}
      >
        <option value="?">{t('valueUnknown')}</option>
        <option value="">{t('valueEmpty')}</option>
        <Codes codes={column.codes ?? []} />
      </select>
    </label>
  ));
}

function Codes({ codes }: { codes: readonly { code: string; zh: string }[] }) {
  const english = useLocale() === 'en';
  return codes.map(({ code, zh }) => (
    <option key={code} value={code}>
      {english ? code : zh}
    </option>
  ));
}
