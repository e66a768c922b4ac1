import { useLocale, useTranslations } from 'next-intl';
import { Figure, Figures } from '@/app/_components/page/Figures';
import { stepName } from '@/app/_lib/periods';
import { change, money, moneyExact, moneyParts, monthName, rate } from '@/lib/format';
import type { OverviewModel } from '../_model';

/** An amount as a figure shows it: number, unit, and the exact value on hover. */
export function amount(value: string, locale: string) {
  const { prefix, number, unit } = moneyParts(value, locale);
  return { value: number, prefix, unit, exact: moneyExact(value, locale) };
}

/** Net sales of the as-of date's month against the year before, and where it is over, against the month before. */
export function SalesFigure({ model }: { model: OverviewModel }) {
  const t = useTranslations('overview.figures');
  const locale = useLocale();
  const { months, whole, link } = model;
  const now = months.at(-1);
  const before = months.at(-2);
  if (!now) return null;
  const month = monthName(now.period, locale);
  const year = change(now.net_sales, now.net_sales_before);
  return (
    <Figure
      label={t('sales', { month })}
      rule="A-01"
      {...amount(now.net_sales, locale)}
      href={link('/rows/overview_entries', { period: now.period })}
      note={
        whole && before
          ? t('salesNoteMonth', {
              before: monthName(stepName(now.period, -1), locale),
              change: change(now.net_sales, before.net_sales),
              year,
            })
          : t('salesNote', { year })
      }
    />
  );
}

/** The six figures of a sales director. */
export function DirectorFigures({ model }: { model: OverviewModel }) {
  const t = useTranslations('overview.figures');
  const locale = useLocale();
  const { signed, idle, owed, vip, link } = model;
  const { open, stalled, open_amount } = model.people.whole;
  const over = vip.over.reduce((n, v) => n + v.by, 0);
  return (
    <Figures label={t('label')}>
      <SalesFigure model={model} />
      <Figure
        label={t('open')}
        rule="F-02"
        {...amount(String(open_amount), locale)}
        href={link('/rows/opportunities_open')}
        note={t('openNote', { n: Number(open), stalled: Number(stalled) })}
      />
      <Figure
        label={t('signed', { period: signed.period })}
        rule="F-03"
        value={signed.rate === null ? null : rate(signed.rate)}
        href={link('/funnel', { period: signed.period })}
        note={
          signed.rate === null
            ? t('signedNone', { period: signed.period })
            : t('signedNote', {
                signed: signed.signed,
                created: signed.created,
                before: stepName(signed.period, -1),
                rate: rate(signed.before),
              })
        }
      />
      <Figure
        label={t('stake')}
        rule="I-08"
        {...amount(idle.stake, locale)}
        href={link('/idle')}
        note={t('stakeNote', {
          n: idle.count,
          share: rate(idle.watched ? idle.count / idle.watched : null, 0),
        })}
      />
      <Figure
        label={t('owed')}
        rule="A-01"
        {...amount(owed.balance, locale)}
        href={link('/receivables')}
        note={t('owedNote', { n: owed.customers, overdue: money(owed.overdue, locale) })}
      />
      <Figure
        label={t('vip')}
        rule="Q-03"
        value={String(vip.held)}
        unit={t('vipUnit', { n: vip.places })}
        href={link('/quotas')}
        note={vip.over.length > 0 ? t('vipOver', { n: vip.over.length, by: over }) : t('vipOk')}
        noteTone={vip.over.length > 0 ? 'over' : undefined}
      />
    </Figures>
  );
}
