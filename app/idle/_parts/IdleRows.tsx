import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { pay, shortDate } from '@/lib/format';
import type { IdleDetail } from '../_model';

/** As many as fit without a second thought; the link below leads to all of them. */
const SHOWN = 12;

/** The contacts and the sales behind the reasons, the latest first, each with the line it was loaded from. */
export function IdleRows({ detail, asOf }: { detail: IdleDetail; asOf: string }) {
  const t = useTranslations('idle.detail');
  const codes = useCodes();
  const { row, contacts, sales, plans } = detail;
  const question = { as_of: asOf, customer_id: row.customer_id };
  return (
    <>
      {plans.length > 0 ? (
        <Block
          title={t('plans', { n: plans.length })}
          empty=""
          more={{ n: plans.length, href: href('/rows/idle_planned', {}, question) }}
        >
          {plans.slice(0, SHOWN).map((p) => (
            <Line
              key={p.visit_id}
              day={shortDate(p.planned_for, asOf)}
              what={[codes('method')[p.method], p.salesperson, p.purpose]}
              row={p}
            />
          ))}
        </Block>
      ) : null}
      <Block
        title={t('contacts', { n: contacts.length })}
        empty={t('noContacts')}
        more={{ n: contacts.length, href: href('/rows/customer_contacts', {}, question) }}
      >
        {contacts.slice(0, SHOWN).map((c) => (
          <Line
            key={c.visit_id}
            day={shortDate(c.contact_on, asOf)}
            what={[
              codes('method')[c.method],
              c.salesperson,
              c.conclusion && codes('conclusion')[c.conclusion],
            ]}
            row={c}
          />
        ))}
      </Block>
      <Block
        title={t('sales', { n: sales.length })}
        empty={t('noSales')}
        more={{ n: sales.length, href: href('/rows/customer_sales', {}, question) }}
      >
        {sales.slice(0, SHOWN).map((s) => (
          <Line
            key={`${s.entry_id}/${s.line_no}`}
            day={shortDate(s.date, asOf)}
            what={[
              codes('ledger_kind')[s.kind],
              s.product,
              s.gap_days === null ? null : t('gap', { days: s.gap_days }),
            ]}
            value={<span className={s.in_value ? undefined : 'text-ink-3'}>{pay(s.amount)}</span>}
            row={s}
          />
        ))}
      </Block>
    </>
  );
}

interface BlockProps {
  title: string;
  empty: string;
  more: { n: number; href: string };
  children: ReactNode;
}

function Block({ title, empty, more, children }: BlockProps) {
  const t = useTranslations('idle.detail');
  return (
    <section className="mb-4">
      <h3 className="mb-1 text-table">{title}</h3>
      {more.n === 0 ? <p className="text-ink-3 text-note">{empty}</p> : <ul>{children}</ul>}
      {more.n > 0 ? (
        <Link href={more.href} className="mt-1 inline-block text-accent text-note">
          {t('more', { n: more.n })}
        </Link>
      ) : null}
    </section>
  );
}

interface LineProps {
  day: string;
  what: readonly (string | null | undefined)[];
  value?: ReactNode;
  row: {
    source_import: number | null;
    source_file: string | null;
    source_sheet: string | null;
    source_line: number | null;
  };
}

function Line({ day, what, value, row }: LineProps) {
  const { source_import, source_file: file, source_sheet: sheet, source_line: line } = row;
  return (
    <li className="border-line border-b py-1 text-table last:border-b-0">
      <p className="flex gap-2">
        <span className="w-[78px] flex-none whitespace-nowrap">{day}</span>
        <span className="min-w-0 flex-1 truncate text-ink-2">{what.filter(Boolean).join(' · ')}</span>
        {value}
      </p>
      {source_import === null || file === null || line === null ? null : (
        <p className="pl-[86px]">
          <SourceRef source={{ import: source_import, file, sheet, line }} />
        </p>
      )}
    </li>
  );
}
