'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { useHref, useNavigation } from '@/app/_components/navigation/Pending';
import { Button } from '@/app/_components/ui/Button';
import type { FormModel } from '../_mapping';
import { ColumnRow } from './ColumnRow';
import { DropRows } from './DropRows';
import { type ColumnState, changesOf, type DropState, dropsOf, startOf } from './form';

/** How a file is read, by hand: its kind, a saved mapping, or column by column. */
export function MappingForm({ form }: { form: FormModel }) {
  const t = useTranslations('intake.form');
  const locale = useLocale();
  const router = useRouter();
  const href = useHref();
  const { go } = useNavigation();
  const [columns, setColumns] = useState<Record<string, ColumnState>>(() => startOf(form));
  const [drops, setDrops] = useState<DropState[]>(() =>
    form.drops.map((d, i) => ({
      key: i,
      header: d.header,
      values: d.values.join(locale === 'en' ? ', ' : '、'),
    })),
  );
  const [saved, setSaved] = useState('');
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function apply() {
    setBusy(true);
    setFailure(undefined);
    const body = {
      place: form.place,
      kind: form.kind,
      saved: saved === '' ? null : saved,
      name: name.trim(),
      columns: changesOf(form, columns),
      dropWhere: dropsOf(drops),
    };
    const answer = await fetch(`/api/imports/drops/${form.drop}/choice`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }).catch(() => null);
    if (answer?.ok) {
      go(href({ edit: null, kind: null, file: String(form.place) }), { replace: true });
      router.refresh();
      return;
    }
    setBusy(false);
    const error = (await answer?.json().catch(() => null))?.error as
      | { code?: string; message?: string; columns?: string[] }
      | undefined;
    const names = (error?.columns ?? [])
      .map((c) => labelOf(form, c, locale))
      .join(locale === 'en' ? ', ' : '、');
    setFailure(
      error?.code === 'missing'
        ? t('missing', { columns: names })
        : t('invalid', { why: error?.message || (error?.code ?? '—') }),
    );
  }

  return (
    <form
      className="pb-4"
      onSubmit={(event) => {
        event.preventDefault();
        void apply();
      }}
    >
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2 px-edge py-3">
        <b>{form.file}</b>
        <label className="flex items-center gap-2">
          {t('kind')}
          <select
            className="field"
            value={form.kind}
            onChange={(e) => go(href({ kind: e.target.value }), { replace: true })}
          >
            {form.kinds.map((k) => (
              <option key={k.name} value={k.name}>
                {locale === 'en' ? k.en : k.zh}
              </option>
            ))}
          </select>
        </label>
        {form.saved.length > 0 ? (
          <label className="flex items-center gap-2">
            {t('saved')}
            <select className="field" value={saved} onChange={(e) => setSaved(e.target.value)}>
              <option value="">{t('none')}</option>
              {form.saved.map((m) => (
                <option key={m.name} value={m.name}>
                  {m.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      {saved === '' ? (
        <>
          <div className="sideways">
            <table className="plain-table">
              <thead>
                <tr>
                  <th>{t('ours')}</th>
                  <th>{t('theirs')}</th>
                  <th className="wide">{t('sample')}</th>
                  <th className="wide">{t('how')}</th>
                </tr>
              </thead>
              <tbody>
                {form.columns.map((column) => (
                  <ColumnRow
                    key={column.name}
                    form={form}
                    column={column}
                    label={labelOf(form, column.name, locale)}
                    state={columns[column.name] ?? { from: '', constant: '', dateOrder: '', values: {} }}
                    onChange={(state) => setColumns((before) => ({ ...before, [column.name]: state }))}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <DropRows header={form.header} drops={drops} onChange={setDrops} />
          <label className="flex flex-wrap items-center gap-2 px-edge pt-3">
            {t('name')}
            <input
              className="field w-60"
              value={name}
              maxLength={100}
              placeholder={form.name}
              onChange={(e) => setName(e.target.value)}
            />
            <span className="text-ink-3">{t('nameHint')}</span>
          </label>
        </>
      ) : null}
      {failure ? (
        <p className="px-edge pt-3" data-tone="over" role="alert">
          {failure}
        </p>
      ) : null}
      <p className="flex items-center gap-3 px-edge pt-4">
        <Button type="submit" kind="primary" disabled={busy}>
          {busy ? t('applying') : t('apply')}
        </Button>
        <ParamLink className="text-accent" set={{ edit: null, kind: null }}>
          {t('back')}
        </ParamLink>
      </p>
    </form>
  );
}

function labelOf(form: FormModel, name: string, locale: string): string {
  return locale === 'en' ? name : (form.columns.find((c) => c.name === name)?.zh ?? name);
}
