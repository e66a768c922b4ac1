import { monthName, number } from '@/lib/format';
import { base, type ChartOption, color, nameAxis, niceScale, text, valueAxis } from './style';

export interface MonthValue {
  /** `2026-08`. */
  period: string;
  /** Yuan, decimal text. */
  value: string;
  /** The same month a year before, where there is one. */
  before?: string | null;
  /** Opens the rows of the month. */
  href?: string;
}

interface Options {
  locale: string;
  /** The month shown as current; the last where it is absent. */
  current?: string;
  /** Names the tick of the last month in words: `2025 年 8 月 899`. */
  tickLabel?: string;
}

/** Up to this width in pixels the bars are wide, so that they hold their values. */
const NARROW = 520;

/** Where a bar is too low for its value inside, the value stands above it. */
const fits = (value: number, max: number) => value / max > 0.12;

/** Where the tick would strike the value out at the foot of its bar, the value goes to its top. */
const struck = (value: number, before: number | null, max: number) =>
  before !== null && before < max * 0.13 && value > before;

/** What the values of some months are written in: the largest has at least one digit before the point. */
export function unitOf(months: readonly MonthValue[], locale: string): 'wan' | 'million' | 'thousand' {
  if (!locale.startsWith('en')) return 'wan';
  const largest = Math.max(0, ...months.flatMap((m) => [Number(m.value), Number(m.before ?? 0)]));
  return largest >= 1e6 ? 'million' : 'thousand';
}

const powers = { wan: 4, million: 6, thousand: 3 } as const;

/** What the header of the chart names the unit. */
export const unitName = (unit: ReturnType<typeof unitOf>): string =>
  ({ wan: '万元', million: 'CNY M', thousand: 'CNY k' })[unit];

/**
 * Amounts by month: bars from 0 with the value at their foot, a tick across each at the same month of the year before.
 * In the unit of `unitOf`, which the header of the chart names.
 */
export function monthBars(
  months: readonly MonthValue[],
  { locale, current, tickLabel }: Options,
): ChartOption {
  const power = powers[unitOf(months, locale)];
  const scaled = (yuan: string) => Number(yuan) / 10 ** power;
  const largest = Math.max(0, ...months.flatMap((m) => [scaled(m.value), m.before ? scaled(m.before) : 0]));
  const { max, interval } = niceScale(largest);
  const now = current ?? months.at(-1)?.period;
  const shown = (yuan: string) => number(`${yuan}e-${power}`, largest < 100 ? 1 : 0);
  const longest = Math.max(1, ...months.map((m) => shown(m.value).length));
  // As wide as the values side by side, with the axis and some air between them.
  const upright = Math.min(NARROW, 56 + months.length * (longest * 6.3 + 5));
  return {
    ...base,
    media: [
      { query: { maxWidth: NARROW }, option: { series: [{ barWidth: '76%' }, { symbolSize: [26, 2] }] } },
      {
        query: { maxWidth: Math.round(upright) },
        option: narrow(months, scaled, shown, max, now),
      },
    ],
    grid: { left: 40, right: 10, top: 12, bottom: 24 },
    xAxis: nameAxis(months.map((m) => monthName(m.period, locale))),
    yAxis: valueAxis(max, interval),
    series: [
      {
        type: 'bar',
        barWidth: '38%',
        // Two long values may not fit side by side: one stays, none runs into another.
        labelLayout: { hideOverlap: true },
        cursor: months.some((m) => m.href) ? 'pointer' : 'default',
        data: months.map((m) => {
          const inside = fits(scaled(m.value), max);
          const low = struck(scaled(m.value), m.before ? scaled(m.before) : null, max);
          const isNow = m.period === now;
          return {
            value: scaled(m.value),
            href: m.href,
            itemStyle: { color: isNow ? color.current : color.past },
            label: {
              show: true,
              position: inside
                ? low
                  ? ('insideTop' as const)
                  : ('insideBottom' as const)
                : ('top' as const),
              formatter: shown(m.value),
              color: inside && isNow ? color.onCurrent : color.ink,
              fontSize: 11,
              // Neighbours that only touch read as one number: they count as running into each other.
              padding: [0, 2],
            },
          };
        }),
      },
      {
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [36, 2],
        silent: true,
        z: 5,
        itemStyle: { color: color.ink, opacity: 1 },
        data: months.map((m, i) => ({
          value: m.before ? scaled(m.before) : '-',
          label: {
            show: i === months.length - 1 && tickLabel !== undefined && Boolean(m.before),
            position: 'left' as const,
            formatter: tickLabel ?? '',
            ...text,
          },
        })),
      },
    ],
  };
}

/** Where values do not fit side by side: they stand upright in wider bars; ticks that stay with their own bar, months that leave each other room. */
function narrow(
  months: readonly MonthValue[],
  scaled: (yuan: string) => number,
  shown: (yuan: string) => string,
  max: number,
  now: string | undefined,
) {
  return {
    xAxis: { axisLabel: months.length > 6 ? { interval: 1 } : { hideOverlap: true } },
    series: [
      {
        barWidth: '68%',
        labelLayout: { hideOverlap: false },
        data: months.map((m) => {
          // Upright, a value is as high as four lines of it: a bar must be higher to hold it.
          const value = scaled(m.value);
          const high = max * 0.3;
          const inside = value > high;
          // On a low bar it stands above, or at the foot where the tick would strike it out there.
          const tick = m.before ? scaled(m.before) : null;
          const above = !inside && (m.period === now || tick === null || tick < value || tick > value + high);
          return {
            value,
            href: m.href,
            itemStyle: { color: m.period === now ? color.current : color.past },
            label: {
              show: true,
              position: above ? 'top' : 'insideBottom',
              formatter: shown(m.value),
              rotate: 90,
              align: 'left',
              verticalAlign: 'middle',
              color: inside && m.period === now ? color.onCurrent : color.ink,
              fontSize: 11,
            },
          };
        }),
      },
      { symbolSize: [20, 2] },
    ],
  };
}
