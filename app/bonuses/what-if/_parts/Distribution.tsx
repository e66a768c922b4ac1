import { useLocale, useTranslations } from 'next-intl';
import { Chart } from '@/app/_components/charts/Chart';
import { Section } from '@/app/_components/page/Section';
import { asked } from '@/app/_lib/ask';
import { href } from '@/app/_lib/url';
import { differenceBars } from '@/lib/charts/differenceBars';
import { number } from '@/lib/format';
import type { Band } from '@/lib/rules/bonus_bands';
import type { WhatIfModel } from '../_model';

/** `−1,000…−500`, `0`, `0…+500`; thousands as k where the bands are that wide. */
function bandName(band: Pick<Band, 'index' | 'from' | 'to'>): string {
  if (band.index === 0) return '0';
  const end = (n: number) =>
    n === 0
      ? '0'
      : `${n > 0 ? '+' : '−'}${Math.abs(n) >= 10_000 ? `${number(Math.abs(n) / 1000)}k` : number(Math.abs(n))}`;
  return `${end(band.from)}…${end(band.to)}`;
}

/** How many people gain or lose about how much; a bar shows its people. */
export function Distribution({ model }: { model: WhatIfModel }) {
  const t = useTranslations('bonus_what_if.distribution');
  const english = useLocale() === 'en';
  const { bands, params, counts } = model;
  const changed = counts.gains + counts.loses > 0;
  const told = bands
    .filter((b) => b.people > 0)
    .map((b) => t('band', { band: bandName(b), n: b.people }))
    .join(english ? ', ' : '，');
  return (
    <Section title={t('title')} note={t('note')}>
      {changed ? (
        <div className="px-4">
          <Chart
            option={differenceBars(
              bands.map((b) => ({
                name: bandName(b),
                people: b.people,
                side: b.index > 0 ? 1 : b.index < 0 ? -1 : 0,
                ...(b.people > 0
                  ? { href: href('/bonuses/what-if', asked(params), { band: String(b.index) }) }
                  : {}),
              })),
            )}
            height={148}
            label={t('label', { bands: told })}
          />
        </div>
      ) : (
        <p className="state">
          {t(model.scenario.values.length + model.scenario.coefficients.length > 0 ? 'same' : 'start')}
        </p>
      )}
    </Section>
  );
}

export { bandName };
