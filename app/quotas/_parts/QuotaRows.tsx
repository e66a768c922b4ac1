import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { pay, shortDate } from '@/lib/format';
import type { QuotaDetail } from '../_detail';

/** As many as fit without a second thought; the link below leads to all of them. */
const SHOWN = 20;

/** The customer's line of the register, and the sales and returns of the 12 months. */
export function QuotaRows({ detail, asOf }: { detail: QuotaDetail; asOf: string }) {
  const t = useTranslations('quotas.detail');
  const codes = useCodes();
  const { row, sales } = detail;
  return (
    <>
      <h3 className="mb-1 text-table">{t('register')}</h3>
      <p className="mb-3">
        <Line {...row} />
      </p>
      <h3 className="mb-1 text-table">{t('salesRows', { n: sales.length })}</h3>
      {sales.length === 0 ? <p className="text-ink-3 text-note">{t('noSales')}</p> : null}
      <ul>
        {sales.slice(0, SHOWN).map((s) => (
          <li
            key={`${s.entry_id}/${s.line_no}`}
            className="border-line border-b py-1 text-table last:border-b-0"
          >
            <p className="flex gap-2">
              <span className="w-[70px] flex-none">{shortDate(s.date, asOf)}</span>
              <span className="min-w-0 flex-1 truncate text-ink-2">
                {[codes('ledger_kind')[s.kind], s.product].filter(Boolean).join(' · ')}
              </span>
              {pay(s.amount)}
            </p>
            <p className="pl-[78px]">
              <Line {...s} />
            </p>
          </li>
        ))}
      </ul>
      {sales.length > 0 ? (
        <Link
          className="mt-1 inline-block text-accent text-note"
          href={href('/rows/customer_sales', {}, { as_of: asOf, customer_id: row.customer_id })}
        >
          {t('allSales')}
        </Link>
      ) : null}
    </>
  );
}

interface Loaded {
  source_import: number | null;
  source_file: string | null;
  source_sheet: string | null;
  source_line: number | null;
}

function Line({ source_import, source_file: file, source_sheet: sheet, source_line: line }: Loaded) {
  if (source_import === null || file === null || line === null) return null;
  return <SourceRef source={{ import: source_import, file, sheet, line }} />;
}
