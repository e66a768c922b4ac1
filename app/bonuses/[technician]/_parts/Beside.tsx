import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chart } from '@/app/_components/charts/Chart';
import { Aside } from '@/app/_components/page/Page';
import { SectionHead } from '@/app/_components/page/Section';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { dayOf } from '@/app/bonuses/_time';
import { costBars } from '@/lib/charts/costBars';
import { payerName, type StatementWords } from '@/lib/export/statement-words';
import { monthName, NONE, number, pay, plain, points } from '@/lib/format';
import type { StatementModel } from '../_model';
import { Questions } from './Questions';
import { Signature } from './Signature';

/** Beside the statement: the months before, what state it is in, who signed, what was asked. */
export function Beside({ model, words }: { model: StatementModel; words: StatementWords }) {
  const t = useTranslations('statement');
  return (
    <Aside label={t('status')} width={276}>
      <Change model={model} />
      <Status model={model} words={words} />
      <Signature model={model} />
      <Questions model={model} />
      {model.grain === 'month' ? (
        <p className="px-5 py-3 text-note text-ink-3">
          {t('survey')} <RuleRef id="B-11" />
        </p>
      ) : null}
    </Aside>
  );
}

const yuan = (value: string | null | undefined) => (value == null ? NONE : pay(value));

function Change({ model }: { model: StatementModel }) {
  const t = useTranslations('statement');
  const { history, sheet, before: period } = model;
  const total = 'total' in sheet.figures ? sheet.figures.total : sheet.figures.reward;
  const before = history.at(-2);
  const now = history.at(-1);
  const pts = (value: string | null | undefined) => (value == null ? NONE : points(value));
  if (!before || !now) {
    return (
      <Pairs title={t('compare', { period: period.period })}>
        <Pair label={t('total')} before={yuan(period.total)} value={yuan(total)} />
      </Pairs>
    );
  }
  return (
    <>
      <Points model={model} />
      <Pairs title={t('compare', { period: before.period })}>
        <Pair label={t('jobs')} before={before.row ? String(before.jobs) : NONE} value={String(now.jobs)} />
        <Pair label={t('net')} before={pts(before.row?.net_points)} value={pts(now.row?.net_points)} />
        <Pair label={t('total')} before={yuan(before.row?.total)} value={yuan(total)} />
      </Pairs>
    </>
  );
}

/** The points of six months against the base. */
function Points({ model: { history, sheet } }: { model: StatementModel }) {
  const t = useTranslations('statement');
  const locale = useLocale();
  const base = String(sheet.parameters.find((p) => p.name === 'bonus.base_points')?.value ?? '0');
  const worded = (value: string | null | undefined) => (value == null ? NONE : number(value, 1));
  const option = costBars(
    history.map((m) => ({
      period: m.period,
      value: Number(m.row?.net_points ?? 0),
      label: worded(m.row?.net_points),
      href: m.row ? `?period=${m.period}` : undefined,
    })),
    { locale, limit: { value: Number(base), label: plain(base) } },
  );
  const values = history.map((m) => `${monthName(m.period, locale)} ${worded(m.row?.net_points)}`).join(', ');
  return (
    <>
      <SectionHead title={t('chart')} />
      <div className="border-line border-b px-4 pb-1">
        <Chart option={option} height={150} label={t('chartLabel', { values, base: plain(base) })} />
      </div>
    </>
  );
}

function Status({ model, words }: { model: StatementModel; words: StatementWords }) {
  const t = useTranslations('statement');
  const { sheet, state, grain } = model;
  const payers = [...new Set(sheet.payers.map((p) => payerName(words, p.payer)))];
  const blank = sheet.lines.filter((l) => l.note === 'signature_unknown').length;
  const closedWith = grain === 'month' ? null : state.closed;
  const payMonth = 'pay_month' in sheet.figures ? sheet.figures.pay_month : null;
  return (
    <Pairs title={t('status')}>
      {state.closed === null ? (
        <Pair label={t('closing')} value={<span data-tone="full">{t('state.short.open')}</span>} />
      ) : null}
      {/* A quarter and a half-year are closed with the month in which they are paid. */}
      {closedWith === null ? null : (
        <Pair label={t('steps.closed')} value={`${closedWith.by} · ${dayOf(closedWith.at)}`} />
      )}
      {state.steps.map((s) => (
        <Pair key={s.step} label={t(`steps.${s.step}`)} value={`${s.by} · ${dayOf(s.at)}`} />
      ))}
      <Pair label={t('payer')} value={payers.join(words.locale === 'en' ? ', ' : '、')} />
      {payMonth === null ? null : <Pair label={t('payMonth')} value={payMonth} />}
      {blank > 0 ? (
        <Pair label={<span data-tone="full">! {t('unsigned')}</span>} value={String(blank)} />
      ) : null}
    </Pairs>
  );
}

function Pairs({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-line border-b pb-3">
      <SectionHead title={title} />
      <dl className="px-5 text-table leading-6">{children}</dl>
    </section>
  );
}

function Pair({ label, before, value }: { label: ReactNode; before?: string; value: ReactNode }) {
  return (
    <div className="flex justify-between gap-2 border-line border-b last:border-b-0">
      <dt className="text-ink-2">{label}</dt>
      <dd className="text-right">
        {before === undefined ? null : <span className="text-ink-3">{before} → </span>}
        {value}
      </dd>
    </div>
  );
}
