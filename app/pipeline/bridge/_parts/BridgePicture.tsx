import Decimal from 'decimal.js';
import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { useCodes } from '@/app/_components/table/ReportTable';
import { href, type SearchParams } from '@/app/_lib/url';
import { NoDeals } from '@/app/pipeline/_parts/NoDeals';
import { bridgeBars } from '@/lib/charts/bridgeBars';
import { minute, money, moneyInColumn, number } from '@/lib/format';
import { signOf } from '@/lib/rules/bridge';
import type { BridgeModel } from '../_model';

/** The bars from opening to closing, that they balance, and what of growing and shrinking the data can tell. */
export function BridgePicture({ model, search }: { model: BridgeModel; search: SearchParams }) {
  const t = useTranslations('bridge');
  const units = useTranslations('columns.units');
  const codes = useCodes();
  const locale = useLocale();
  const { rows, remainder: rest, followed } = model;
  const nameOf = (movement: string) => codes('movement')[movement] ?? movement;
  if (rows.every((r) => r.count === 0)) {
    return (
      <Section title={t('picture')}>
        <NoDeals params={model.params}>
          {t('empty', { from: model.params.from, to: model.params.as_of })}
        </NoDeals>
      </Section>
    );
  }
  const scale = locale === 'en' ? 'e-3' : 'e-4';
  let level = new Decimal(0);
  const bars = rows.map(({ movement, amount, count }) => {
    const total = movement === 'opening' || movement === 'closing';
    const value = new Decimal(`${amount}${scale}`);
    const sign = signOf[movement];
    const from = total ? new Decimal(0) : sign > 0 ? level : level.minus(value);
    if (!total || movement === 'opening') level = sign > 0 ? level.plus(value) : level.minus(value);
    const mark = total || count === 0 ? '' : sign > 0 ? '+' : '\u2212';
    return {
      name: nameOf(movement),
      from: from.toNumber(),
      value: value.toNumber(),
      label: `${mark}${moneyInColumn(amount, locale)}`,
      short: `${mark}${number(value.toFixed(), value.lt(10) && !value.isZero() ? 1 : 0)}`,
      ...(total ? { total: true as const } : {}),
      current: model.movement === movement,
      href: href('/pipeline/bridge', search, { movement, row: null, tab: null }),
    };
  });
  const balanced = Number(rest.amount) === 0 && rest.count === 0;
  const values = rows
    .map((r) => `${nameOf(r.movement)} ${money(r.amount, locale)}`)
    .join(locale === 'en' ? ', ' : '，');
  return (
    <div className="flex-none border-line border-b pb-2">
      <Section
        title={t('picture')}
        note={t('note', { unit: units('wan') })}
        rule="F-03"
        tools={
          <span data-tone={balanced ? 'ok' : 'over'}>
            {balanced
              ? t('balanced')
              : t('unbalanced', { amount: money(rest.amount, locale), n: number(rest.count) })}
          </span>
        }
      >
        <div className="px-5">
          <Chart option={bridgeBars(bars)} height={210} label={t('label', { values })} />
        </div>
        <p className="px-edge text-ink-3 text-note">
          {followed.since === null
            ? t('known.never')
            : followed.changed === 0
              ? t('known.once', { since: minute(followed.since) })
              : t('known.since', {
                  since: minute(followed.since),
                  imports: followed.imports,
                  n: followed.changed,
                })}
        </p>
      </Section>
    </div>
  );
}
