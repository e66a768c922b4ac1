'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { monthName, type Period, parsePeriod } from '@/lib/format';
import type { PickerProps } from './StepperPopup';
import { periodsOfYear } from './steps';

/** Months, quarters or halves of a year, and the year above; what lies outside the data cannot be chosen. */
export function PeriodPicker(props: PickerProps & { grains: readonly Period['grain'][] }) {
  const { value, from, to, onChoose, grains } = props;
  const t = useTranslations('ui.stepper');
  const locale = useLocale();
  const now = parsePeriod(value);
  const [year, setYear] = useState(Number(value.slice(0, 4)));
  const [grain, setGrain] = useState(now && grains.includes(now.grain) ? now.grain : (grains[0] ?? 'month'));
  const name = (period: Period) =>
    grain === 'month' ? monthName(period.name, locale) : period.name.slice(4) || period.name;
  return (
    <div className="w-52">
      {grains.length > 1 ? (
        <div className="segments mb-2 flex">
          {grains.map((g) => (
            <button
              key={g}
              type="button"
              aria-pressed={g === grain}
              className="flex-1"
              onClick={() => setGrain(g)}
            >
              {t(`grain.${g}`)}
            </button>
          ))}
        </div>
      ) : null}
      <div className="mb-2 flex items-center justify-between">
        <button
          type="button"
          className="size-7 max-desk:size-11"
          aria-label={t('yearBefore')}
          onClick={() => setYear(year - 1)}
        >
          ‹
        </button>
        <b aria-live="polite">{year}</b>
        <button
          type="button"
          className="size-7 max-desk:size-11"
          aria-label={t('yearAfter')}
          onClick={() => setYear(year + 1)}
        >
          ›
        </button>
      </div>
      <div className={`grid gap-1 ${grain === 'month' ? 'grid-cols-3' : 'grid-cols-2'}`}>
        {periodsOfYear(year, grain).map((period) => (
          <button
            key={period.name}
            type="button"
            className="h-7 rounded-tag hover:bg-sunk disabled:opacity-40 aria-[current]:bg-accent-tint aria-[current]:font-semibold max-desk:h-11"
            aria-current={period.name === value ? 'true' : undefined}
            disabled={(to !== undefined && period.start > to) || (from !== undefined && period.end < from)}
            onClick={() => onChoose(period.name)}
          >
            {name(period)}
          </button>
        ))}
      </div>
    </div>
  );
}
