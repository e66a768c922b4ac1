import { monthName } from '@/lib/format';
import { base, type ChartOption, color, nameAxis, niceScale, text, valueAxis } from './style';

export interface CohortMonth {
  /** `2026-08`. */
  month: string;
  signed: number;
  lost: number;
  open: number;
}

/** Points of a series that are drawn at most: three series of months stay far below. */
export const MOST_MONTHS = 1600;

/** Opportunities by month of creation: signed at the foot, still open on it, lost at the top. */
export function cohortBars(months: readonly CohortMonth[], locale: string): ChartOption {
  const shown = months.slice(-MOST_MONTHS);
  const { max, interval } = niceScale(Math.max(0, ...shown.map((m) => m.signed + m.open + m.lost)));
  const every = Math.max(1, Math.ceil(shown.length / 24));
  const bars = (values: number[], fill: string) => ({
    type: 'bar' as const,
    stack: 'months',
    barCategoryGap: '30%',
    itemStyle: { color: fill },
    data: values,
  });
  return {
    ...base,
    grid: { left: 40, right: 10, top: 12, bottom: 24 },
    xAxis: {
      ...nameAxis(
        shown.map(({ month }) =>
          month.endsWith('-01') || every > 1 ? month.slice(2) : monthName(month, locale),
        ),
      ),
      axisLabel: { ...text, interval: every - 1, hideOverlap: true },
    },
    yAxis: valueAxis(max, interval),
    series: [
      bars(
        shown.map((m) => m.signed),
        color.current,
      ),
      bars(
        shown.map((m) => m.open),
        color.past,
      ),
      bars(
        shown.map((m) => m.lost),
        'var(--line-strong)',
      ),
    ],
  };
}
