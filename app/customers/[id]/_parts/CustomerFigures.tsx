import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href } from '@/app/_lib/url';
import { daysBetween, moneyExact, moneyParts, number, rate, shortDate } from '@/lib/format';
import { sum } from '../../_sum';
import type { CustomerModel } from '../_model';

/** What a visitor has to know first: sales, what it owes, how it pays, its rank, the last contact, its tier. */
export function CustomerFigures({ model }: { model: CustomerModel }) {
  const t = useTranslations('customer.figures');
  const codes = useCodes();
  const locale = useLocale();
  const { as_of, file, products, owed, byYear, lastContact } = model;
  const money = (value: string) => {
    const { prefix, number: shown, unit } = moneyParts(value, locale);
    return { value: shown, prefix, unit, exact: moneyExact(value, locale) };
  };
  const sales = sum(products.map((p) => p.net_sales));
  const before = sum(products.map((p) => p.net_sales_before));
  const change = Number(before) > 0 ? Number(sales) / Number(before) - 1 : null;
  const year = byYear.find((y) => y.place !== null);
  const one = { as_of, customer_id: file.customer_id };
  const overdue = owed?.overdue ?? null;
  return (
    <Figures label={t('label')}>
      <Figure
        label={t('sales')}
        rule="A-01"
        {...money(sales)}
        note={
          change === null
            ? t('noBefore')
            : t('change', { up: change >= 0 ? '▲' : '▼', share: rate(Math.abs(change)) })
        }
        href={href('/rows/customer_sales', {}, one)}
      />
      <Figure
        label={t('balance')}
        rule="A-01"
        {...(owed ? money(owed.balance) : { value: null })}
        note={
          owed === null
            ? t('noLedger')
            : overdue !== null && Number(overdue) > 0
              ? t('overdue', { amount: moneyExact(overdue, locale) })
              : t('nothingOverdue')
        }
        noteTone={overdue !== null && Number(overdue) > 0 ? 'over' : undefined}
        href={href('/rows/receivable_entries', {}, one)}
      />
      <Figure
        label={t('onTime')}
        rule="A-04"
        value={owed?.on_time_rate == null ? null : rate(owed.on_time_rate)}
        note={owed?.on_time_rate == null ? t('nothingDue') : t('onTimeNote')}
        href={href('/rows/receivable_sales', {}, one)}
      />
      <Figure
        label={year ? t('rank', { year: year.period }) : t('rankNone')}
        rule="A-08"
        value={year?.place ? number(year.place) : null}
        unit={year?.of_all ? t('of', { n: year.of_all }) : undefined}
        note={t('rankNote')}
      />
      <Figure
        label={t('contact')}
        rule="V-09"
        value={lastContact ? t('days', { n: daysBetween(lastContact.date, as_of) }) : null}
        note={
          lastContact
            ? [
                shortDate(lastContact.date, as_of),
                codes('method')[lastContact.code ?? ''] ?? lastContact.code,
                lastContact.person,
              ]
                .filter(Boolean)
                .join(' · ')
            : t('noContact')
        }
        href={href('/rows/customer_contacts', {}, one)}
      />
      <Figure
        label={t('tier')}
        rule="Q-05"
        value={codes('tier')[file.tier ?? 'none'] ?? null}
        tone={file.listed ? 'over' : undefined}
        note={
          file.listed
            ? t('listed')
            : file.tier_since
              ? t('since', { day: file.tier_since })
              : file.admitted_on
                ? t('register')
                : t('notAdmitted')
        }
        noteTone={file.listed ? 'over' : undefined}
        href={href('/rows/customer_tiers', {}, one)}
      />
    </Figures>
  );
}
