import { useTranslations } from 'next-intl';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { type Period, pay, shortDate } from '@/lib/format';
import type { Evidence } from '../_detail';

/** Sales paid late or overdue, incidents, and the months with a sale, each with the line it was loaded from. */
export function ReviewRows({ evidence, period }: { evidence: readonly Evidence[]; period: Period }) {
  const t = useTranslations('reviews.detail');
  const codes = useCodes();
  const part = (name: string) => evidence.filter((e) => e.part === name);
  const [sales, incidents, months] = [part('sale'), part('incident'), part('month')];
  const day = (value: string | null) => (value === null ? '—' : shortDate(value, period.end));
  const kind = (e: Evidence) => codes('problem')[e.kind ?? ''] ?? e.kind;
  return (
    <>
      <Head title={t('sales', { n: sales.length })} rule="R-03" />
      {sales.length === 0 ? <p className="text-ink-3 text-note">{t('noSales')}</p> : null}
      <ul className="mb-3">
        {sales.map((e) => (
          <li
            key={`${e.item}/${e.source_line}`}
            className="border-line border-b py-1 text-table last:border-b-0"
          >
            <p className="flex gap-2">
              <span className="flex-1">
                {e.item} <span className="text-ink-2">{kind(e)}</span>
              </span>
              <span data-tone="over">{t('days', { n: e.days_late ?? 0 })}</span>
              <span className="w-24 text-right">{pay(e.amount ?? '0')}</span>
            </p>
            <p className="flex flex-wrap justify-between gap-x-3 text-ink-2 text-note">
              <span>
                {t(e.paid_on ? 'duePaid' : 'dueUnpaid', { due: day(e.due_on), paid: day(e.paid_on) })}
              </span>
              <Line {...e} />
            </p>
          </li>
        ))}
      </ul>
      <Head title={t('incidents', { n: incidents.length })} rule="R-03" />
      {incidents.length === 0 ? <p className="text-ink-3 text-note">{t('noIncidents')}</p> : null}
      <ul className="mb-3">
        {incidents.map((e) => (
          <li key={e.item} className="border-line border-b py-1 text-table last:border-b-0">
            <p className="flex gap-2">
              <span className="flex-1">
                {e.item} <b>{kind(e)}</b>
              </span>
              <span>{t('found', { day: day(e.found_on) })}</span>
            </p>
            <p className="text-note">
              <Line {...e} />
            </p>
          </li>
        ))}
      </ul>
      <Head title={t('months', { n: months.length })} rule="R-02" />
      <ul>
        {months.map((e) => (
          <li key={e.item} className="flex justify-between border-line border-b text-table last:border-b-0">
            <span>{e.item}</span>
            <span>{pay(e.amount ?? '0')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const Head = ({ title, rule }: { title: string; rule: string }) => (
  <h3 className="mb-1 text-table">
    {title} <RuleRef id={rule} />
  </h3>
);

function Line({ source_import, source_file: file, source_sheet: sheet, source_line: line }: Evidence) {
  if (source_import === null || file === null || line === null) return null;
  return <SourceRef source={{ import: source_import, file, sheet, line }} />;
}
