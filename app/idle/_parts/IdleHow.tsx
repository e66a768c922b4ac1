import { useLocale, useTranslations } from 'next-intl';
import { Terms } from '@/app/_components/drawer/Terms';
import { RuleRef } from '@/app/_components/rules/RuleRef';
import { useCodes } from '@/app/_components/table/ReportTable';
import { daysBetween, moneyExact, NONE, plain, shortDate } from '@/lib/format';
import type { IdleDetail } from '../_model';

interface Props {
  detail: IdleDetail;
  asOf: string;
  /** `trade.value_days` in force. */
  valueDays: number;
}

/** Every reason with its rule, the day it counts from, its due date, and whether it applies. */
export function IdleHow({ detail, asOf, valueDays }: Props) {
  const t = useTranslations('idle.detail');
  const locale = useLocale();
  const codes = useCodes();
  const { row, reasons, sales, plans } = detail;
  const counted = sales.filter((sale) => sale.in_value).length;
  return (
    <>
      <ul className="mb-3">
        {reasons.map((r) => {
          const days = r.due_on && r.counted_from ? daysBetween(r.counted_from, r.due_on) : null;
          const late = r.due_on ? daysBetween(r.due_on, asOf) : 0;
          return (
            <li key={`${r.rule}/${r.reason}`} className="border-line border-b py-1.5 last:border-b-0">
              <p className="flex items-baseline gap-2 text-table">
                <span className={r.applies ? 'font-semibold' : 'text-ink-2'}>
                  {codes('idle_reason')[r.reason] ?? r.reason}
                </span>
                <RuleRef id={r.rule} />
                <span className="ml-auto" data-tone={r.applies ? 'over' : undefined}>
                  {r.applies
                    ? t('late', { days: late })
                    : !r.concerned
                      ? t('notConcerned')
                      : r.due_on
                        ? t('within', { day: shortDate(r.due_on, asOf) })
                        : t('noDate')}
                </span>
              </p>
              {r.concerned && r.due_on ? (
                <p className="text-note text-ink-2">
                  {codes('idle_remedy')[r.reason]}
                  {t('remedy.join')}
                  {t(`remedy.${r.reason}`)}
                </p>
              ) : null}
              {days !== null && r.counted_from && r.due_on ? (
                <p className="text-ink-3 text-note">
                  {t(r.reason === 'rhythm' ? 'rhythm' : 'from', {
                    from: shortDate(r.counted_from, asOf),
                    days,
                    due: shortDate(r.due_on, asOf),
                    value: plain(r.value),
                  })}
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
      <Terms
        terms={[
          {
            label: t('earliest'),
            rule: 'I-08',
            value: row.due_on === null ? NONE : shortDate(row.due_on, asOf),
          },
          ...(row.days_left === null
            ? []
            : [
                {
                  label: t(row.days_left < 0 ? 'overdue' : 'left'),
                  rule: 'I-08',
                  value: t('days', { n: Math.abs(row.days_left) }),
                },
              ]),
          ...plans.slice(0, 1).map((plan) => ({
            label: t('planned'),
            note: [codes('method')[plan.method], plan.salesperson].filter(Boolean).join(' · '),
            rule: 'V-07',
            value: shortDate(plan.planned_for, asOf),
          })),
          {
            label: t('stake'),
            note: t('stakeNote', { days: valueDays, n: counted }),
            rule: 'I-09',
            value: moneyExact(row.value_at_stake, locale),
            sum: true,
          },
        ]}
      />
    </>
  );
}
