import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Chart } from '@/app/_components/charts/Chart';
import { Aside } from '@/app/_components/page/Page';
import { SectionHead } from '@/app/_components/page/Section';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { costBars } from '@/lib/charts/costBars';
import { monthName, NONE, number, pay, plain, points } from '@/lib/format';
import type { StatementModel } from '../_model';

/** Beside the statement: the points of six months, the change, and what state it is in. */
export function Beside({ model }: { model: StatementModel }) {
  const t = useTranslations('bonuses.statement');
  const open = useTranslations('bonuses');
  const locale = useLocale();
  const { history, base, row } = model;
  const before = history.at(-2);
  const jobs = history.at(-1)?.jobs ?? 0;
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
  const pts = (value: string | null | undefined) => (value == null ? NONE : points(value));
  const yuan = (value: string | null | undefined) => (value == null ? NONE : pay(value));
  return (
    <Aside label={t('status')} width={248}>
      <SectionHead title={t('chart')} />
      <div className="border-line border-b px-4 pb-1">
        <Chart option={option} height={150} label={t('chartLabel', { values, base: plain(base) })} />
      </div>
      {before ? (
        <Pairs title={t('compare', { month: monthName(before.period, locale) })}>
          <Pair label={t('jobs')} before={before.row ? String(before.jobs) : NONE} value={String(jobs)} />
          <Pair label={t('net')} before={pts(before.row?.net_points)} value={pts(row.net_points)} />
          <Pair label={t('total')} before={yuan(before.row?.total)} value={yuan(row.total)} />
        </Pairs>
      ) : null}
      <Pairs title={t('status')}>
        <Pair label={t('closing')} value={<span data-tone="full">{open('open')}</span>} />
        <Pair label={t('payer')} value={t(model.payer)} />
        {model.blank > 0 ? (
          <Pair label={<span data-tone="full">! {t('unsigned')}</span>} value={String(model.blank)} />
        ) : null}
      </Pairs>
      <p className="px-5 py-3 text-note text-ink-3">
        {t('survey')} <RuleRef id="B-11" />
      </p>
    </Aside>
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
      <dd>
        {before === undefined ? null : <span className="text-ink-3">{before} → </span>}
        {value}
      </dd>
    </div>
  );
}
