import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { pay, shortDate } from '@/lib/format';
import type { Entry, ReceivableDetail, Sale } from '../_detail';

/** As many as fit without a second thought; the links below lead to all of them. */
const SHOWN = 20;

/** The sales with what covers them, open ones first, then the ledger with its balance, each with its line. */
export function ReceivableRows({ detail, asOf }: { detail: ReceivableDetail; asOf: string }) {
  const t = useTranslations('receivables.detail');
  const { row, sales, entries } = detail;
  const question = { as_of: asOf, customer_id: row.customer_id };
  const ordered = [...sales].sort(
    (a, b) => Number(Number(b.open) > 0) - Number(Number(a.open) > 0) || b.date.localeCompare(a.date),
  );
  return (
    <>
      <Block
        title={t('sales', { n: sales.length })}
        empty={t('noSales')}
        n={sales.length}
        more={href('/rows/receivable_sales', {}, question)}
      >
        {ordered.slice(0, SHOWN).map((s) => (
          <SaleLine key={`${s.entry_id}/${s.line_no}`} sale={s} asOf={asOf} />
        ))}
      </Block>
      <Block
        title={t('entries', { n: entries.length })}
        empty={t('noEntries')}
        n={entries.length}
        more={href('/rows/receivable_entries', {}, question)}
      >
        {[...entries]
          .reverse()
          .slice(0, SHOWN)
          .map((e) => (
            <EntryLine key={`${e.entry_id}/${e.line_no}`} entry={e} asOf={asOf} />
          ))}
      </Block>
    </>
  );
}

function Block(props: { title: string; empty: string; n: number; more: string; children: ReactNode }) {
  const t = useTranslations('receivables.detail');
  const { title, empty, n, more, children } = props;
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-table">{title}</h3>
      {n === 0 ? (
        <p className="text-ink-3 text-note">{empty}</p>
      ) : (
        <>
          <ul>{children}</ul>
          <Link href={more} className="mt-1 inline-block text-accent text-note">
            {t('more', { n })}
          </Link>
        </>
      )}
    </section>
  );
}

function SaleLine({ sale: s, asOf }: { sale: Sale; asOf: string }) {
  const t = useTranslations('receivables.detail');
  const codes = useCodes();
  const day = (value: string) => shortDate(value, asOf);
  return (
    <li className="border-line border-b py-1 text-table last:border-b-0">
      <p className="flex gap-2">
        <span className="w-[70px] flex-none">{day(s.date)}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">
          {[s.entry_id, codes('ledger_kind')[s.kind], s.product].filter(Boolean).join(' · ')}
        </span>
        {pay(s.amount)}
      </p>
      <p className="flex flex-wrap justify-between gap-x-3 pl-[78px] text-ink-2 text-note">
        <span>
          {s.due_on ? t('due', { day: day(s.due_on) }) : t('neverDue')}
          {' · '}
          {s.state === 'covered' && s.paid_on ? (
            t('covered', { day: day(s.paid_on) })
          ) : (
            <span data-tone={s.state === 'overdue' ? 'over' : undefined}>
              {s.state === 'overdue'
                ? t('late', { amount: pay(s.open), days: s.days_overdue })
                : t('stillOpen', { amount: pay(s.open) })}
            </span>
          )}
        </span>
        {s.settled_by.length > 0 ? <span>{t('settledBy', { ids: s.settled_by.join(' ') })}</span> : null}
        {Number(s.from_pool) > 0 ? <span>{t('poolPaid', { amount: pay(s.from_pool) })}</span> : null}
        <Source {...s} />
      </p>
    </li>
  );
}

function EntryLine({ entry: e, asOf }: { entry: Entry; asOf: string }) {
  const t = useTranslations('receivables.detail');
  const codes = useCodes();
  return (
    <li className="border-line border-b py-1 text-table last:border-b-0">
      <p className="flex gap-2">
        <span className="w-[70px] flex-none">{shortDate(e.date, asOf)}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">
          {[e.entry_id, codes('ledger_kind')[e.kind], e.product].filter(Boolean).join(' · ')}
        </span>
        {pay(e.amount)}
      </p>
      <p className="flex flex-wrap justify-between gap-x-3 pl-[78px] text-ink-2 text-note">
        <span>{t('after', { balance: pay(e.balance) })}</span>
        <Source {...e} />
      </p>
    </li>
  );
}

function Source({ source_import, source_file: file, source_sheet: sheet, source_line: line }: Sale | Entry) {
  if (source_import === null || file === null || line === null) return null;
  return <SourceRef source={{ import: source_import, file, sheet, line }} />;
}
