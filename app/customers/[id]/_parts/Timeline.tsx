import { useLocale, useTranslations } from 'next-intl';
import { ParamLink } from '@/app/_components/navigation/ParamLink';
import { Section } from '@/app/_components/page/Section';
import { SourceRef } from '@/app/_components/rules/SourceRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { Tag } from '@/app/_components/ui/Tag';
import { moneyExact, shortDate } from '@/lib/format';
import { type CustomerModel, events, type TimelineRow } from '../_model';

/** As many as a manager reads before a visit; the export has all. */
const MOST = 60;

/** The vocabulary of each event's code. */
const vocabularies: Record<string, string> = {
  contact: 'method',
  opportunity: 'stage',
  call: 'charge_type',
  incident: 'problem',
  complaint: 'severity',
  contract: 'contract_kind',
  tier: 'tier',
  blacklist: 'blacklist_scope',
  grade: 'grade',
};

/** What happened, the latest first, by kind; open opportunities and calls are marked. */
export function Timeline({ model }: { model: CustomerModel }) {
  const t = useTranslations('customer.timeline');
  const codes = useCodes();
  const { timeline, shown, as_of } = model;
  const rows = shown.length === 0 ? timeline : timeline.filter((e) => shown.includes(e.event));
  const present = events.filter((event) => timeline.some((e) => e.event === event));
  return (
    <section className="customer-timeline">
      <Section title={t('title', { n: rows.length })} note={t('note')} rule="V-09" />
      <p className="flex flex-wrap gap-1.5 px-edge pb-2 text-table no-print">
        {present.map((event) => {
          const on = shown.includes(event);
          const next = on ? shown.filter((e) => e !== event) : [...shown, event];
          return (
            <ParamLink
              key={event}
              className="chip"
              data-active={on || undefined}
              aria-current={on ? 'true' : undefined}
              set={{ event: next.length > 0 ? next : null }}
            >
              {codes('timeline_event')[event]} {timeline.filter((e) => e.event === event).length}
            </ParamLink>
          );
        })}
      </p>
      {rows.length === 0 ? <p className="px-edge text-ink-3 text-table">{t('nothing')}</p> : null}
      <ol className="px-edge">
        {rows.slice(0, MOST).map((e) => (
          <Line key={`${e.event}/${e.id}/${e.date}`} event={e} asOf={as_of} />
        ))}
      </ol>
      {rows.length > MOST ? (
        <p className="px-edge py-1 text-ink-3 text-note">{t('more', { n: rows.length - MOST })}</p>
      ) : null}
    </section>
  );
}

function Line({ event: e, asOf }: { event: TimelineRow; asOf: string }) {
  const t = useTranslations('customer.timeline');
  const codes = useCodes();
  const locale = useLocale();
  const { source_import, source_file, source_sheet: sheet, source_line } = e;
  const word = codes(vocabularies[e.event])[e.code ?? ''] ?? e.code;
  return (
    <li data-event={e.event}>
      <time dateTime={e.date}>
        {e.date.slice(0, 4) === asOf.slice(0, 4) ? shortDate(e.date, asOf) : e.date}
      </time>
      <div className="min-w-0">
        <p className="flex gap-3">
          <span className="min-w-0 flex-1">
            <b>{codes('timeline_event')[e.event]}</b> {word}{' '}
            {e.open ? <Tag tone="full">{t('open')}</Tag> : null}
            {e.person ? <span className="whitespace-nowrap text-ink-2"> {e.person}</span> : null}
          </span>
          {e.amount === null ? null : <span className="flex-none">{moneyExact(e.amount, locale)}</span>}
        </p>
        <p className="flex gap-2 text-ink-3 text-note">
          <span className="min-w-0 flex-1 truncate" title={e.detail ?? undefined}>
            {[e.event === 'tier' || e.event === 'grade' || e.event === 'blacklist' ? null : e.id, e.detail]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {source_import === null || source_file === null || source_line === null ? null : (
            <span className="no-print flex-none">
              <SourceRef source={{ import: source_import, file: source_file, sheet, line: source_line }}>
                {t('line', { n: source_line })}
              </SourceRef>
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
