import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { daysBetween, moneyExact, shortDate } from '@/lib/format';
import { nextHalfYearEnd } from '@/lib/rules/quota_days';
import type { CustomerModel } from '../_model';

/** What to bring up: what is late, what is open, which papers end. */
export function ToKnow({ model }: { model: CustomerModel }) {
  const t = useTranslations('customer.toKnow');
  const codes = useCodes();
  const locale = useLocale();
  const { as_of, file, reasons, owed, open } = model;
  const late = reasons.filter((r) => r.applies);
  const papers = (['licence_expires_on', 'qualification_expires_on', 'contract_until'] as const).flatMap(
    (name) => {
      const day = file[name];
      return day !== null && day <= nextHalfYearEnd(as_of) ? [{ name, day }] : [];
    },
  );
  const overdue = owed?.overdue;
  const nothing =
    late.length + papers.length + open.length === 0 && !(Number(overdue ?? 0) > 0) && !file.listed;
  return (
    <Section title={t('title')} note={t('note')}>
      <ul className="customer-list px-edge">
        {file.listed ? (
          <li data-tone="over">
            {t('listed')} <RuleRef id="R-10" />
          </li>
        ) : null}
        {Number(overdue ?? 0) > 0 ? (
          <li data-tone="over">
            {t('overdue', { amount: moneyExact(overdue ?? '0', locale) })} <RuleRef id="A-03" />
          </li>
        ) : null}
        {late.map((r) => (
          <li key={r.rule}>
            {codes('idle_reason')[r.reason] ?? r.reason}{' '}
            <span data-tone="over">{t('late', { n: r.due_on ? daysBetween(r.due_on, as_of) : 0 })}</span>{' '}
            <RuleRef id={r.rule} />
          </li>
        ))}
        {papers.map(({ name, day }) => (
          <li key={name}>
            {t(name)}{' '}
            <span data-tone={day < as_of ? 'over' : 'full'}>
              {day < as_of ? t('ended', { day }) : t('ends', { day })}
            </span>{' '}
            <RuleRef id="Q-07" />
          </li>
        ))}
        {open.slice(0, 8).map((e) => (
          <li key={e.id}>
            {codes('timeline_event')[e.event]} {e.id} <span className="text-ink-2">{e.detail}</span>{' '}
            {e.amount === null ? null : moneyExact(e.amount, locale)}{' '}
            <span className="text-ink-3">{t('since', { day: shortDate(e.date, as_of) })}</span>
          </li>
        ))}
        {nothing ? <li className="text-ink-3">{t('nothing')}</li> : null}
      </ul>
    </Section>
  );
}
