import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Section } from '@/app/_components/page/Section';
import { href } from '@/app/_lib/url';
import { moneyInColumn } from '@/lib/format';
import type { CustomerModel, LedgerRow } from '../_model';
import { growthText } from './Sales';

/** The ledger sheet: years with rank and growth, then months with the balance at each end. */
export function Ledger({ model }: { model: CustomerModel }) {
  const t = useTranslations('customer.ledger');
  const units = useTranslations('columns.units');
  const { as_of, file, byYear, byMonth } = model;
  if (byYear.length === 0) {
    return (
      <Section title={t('title')} rule="A-08">
        <p className="px-edge text-ink-3 text-table">{t('nothing')}</p>
      </Section>
    );
  }
  return (
    <Section title={t('title')} note={units('wan')} rule="A-08">
      <div className="px-edge">
        <table className="customer-ledger">
          <thead>
            <tr>
              <th scope="col">{t('period')}</th>
              <th scope="col">{t('net')}</th>
              <th scope="col">{t('growth')}</th>
              <th scope="col">{t('received')}</th>
              <th scope="col">{t('balance')}</th>
              <th scope="col">{t('rank')}</th>
            </tr>
          </thead>
          <tbody>
            {byYear.map((row) => (
              <Line key={row.period} row={row} year />
            ))}
          </tbody>
          <tbody>
            {byMonth.slice(0, 12).map((row) => (
              <Line key={row.period} row={row} />
            ))}
          </tbody>
        </table>
        <p className="mt-1 text-note">
          <Link
            className="text-accent"
            prefetch={false}
            href={href('/rows/customer_ledger', {}, { as_of, customer_id: file.customer_id, by: 'month' })}
          >
            {t('allMonths', { n: byMonth.length })}
          </Link>{' '}
          <Link
            className="ml-2 text-accent"
            prefetch={false}
            href={href('/rows/receivable_entries', {}, { as_of, customer_id: file.customer_id })}
          >
            {t('entries')}
          </Link>
        </p>
      </div>
    </Section>
  );
}

function Line({ row, year }: { row: LedgerRow; year?: boolean }) {
  const locale = useLocale();
  return (
    <tr data-year={year}>
      <th scope="row">{row.period}</th>
      <td>{moneyInColumn(row.net_sales, locale)}</td>
      <td>{growthText(row.growth)}</td>
      <td>{moneyInColumn(row.payments, locale)}</td>
      <td>{moneyInColumn(row.balance, locale)}</td>
      <td>{row.place === null ? '' : `${row.place} / ${row.of_all}`}</td>
    </tr>
  );
}
