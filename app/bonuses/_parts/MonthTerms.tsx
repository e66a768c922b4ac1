import { useTranslations } from 'next-intl';
import { Terms } from '@/app/_components/drawer/Terms';
import { NONE, number, pay, plain, points } from '@/lib/format';
import type { BonusLine } from '../_model';

const less = (value: string) => `−${value}`;

/** The formula of B-04 and B-10 with the person's numbers. */
export function MonthTerms({ row, base, rate }: { row: BonusLine; base: string; rate: string }) {
  const t = useTranslations('bonuses.how');
  const pts = (value: string | null) => (value === null ? NONE : points(value));
  const yuan = (value: string | null) => (value === null ? NONE : pay(value));
  const minus = (value: string | null, worded: (v: string | null) => string) =>
    value === null || Number(value) === 0 ? worded(value) : less(worded(value));
  return (
    <>
      {row.total === null ? (
        <p className="mb-2" data-tone="full">
          {t('unknown')}
        </p>
      ) : null}
      <Terms
        terms={[
          {
            label: t('gross'),
            note: t('grossNote', { n: row.jobs }),
            rule: 'B-01',
            value: pts(row.gross_points),
          },
          { label: t('repeat'), rule: 'B-02', value: minus(row.repeat_points, pts) },
          {
            label: t('safety'),
            note: row.accidents > 0 ? t('safetyNote', { n: row.accidents }) : undefined,
            rule: 'B-03',
            value: minus(row.safety_points, pts),
          },
          { label: t('net'), rule: 'B-04', value: pts(row.net_points), sum: true },
          { label: t('base'), rule: 'B-04', value: less(points(base)) },
          {
            label: t('excess'),
            note: Number(row.excess_points) === 0 ? t('floor') : undefined,
            value: pts(row.excess_points),
            sum: true,
          },
          { label: t('rate'), rule: 'B-04', value: `× ${plain(rate)}` },
          { label: t('pay'), rule: 'B-04', value: yuan(row.performance_pay), sum: true },
          { label: t('praise'), rule: 'B-06', value: pay(row.praise) },
          { label: t('savings'), rule: 'B-06', value: pay(row.savings) },
          { label: t('unsigned'), rule: 'B-07', value: minus(row.fines_unsigned, yuan) },
          { label: t('complaint'), rule: 'B-07', value: minus(row.fines_complaint, yuan) },
          {
            label: t('total'),
            rule: 'B-10',
            value: row.total === null ? NONE : number(row.total, 2),
            sum: true,
          },
        ]}
      />
    </>
  );
}
