/**
 * The look all charts share. Colours are the page's own custom properties: the charts are SVG, so they follow
 * the theme without being drawn again. Options are plain data (no functions) and can cross to the browser.
 */
import type { EChartsOption } from 'echarts';

export type ChartOption = EChartsOption;

export const color = {
  past: 'var(--bar)',
  current: 'var(--accent)',
  onCurrent: 'var(--on-accent)',
  ink: 'var(--ink)',
  quiet: 'var(--ink-3)',
  line: 'var(--line)',
  axis: 'var(--line-strong)',
} as const;

export const text = { color: color.quiet, fontSize: 11 } as const;

/** An axis of names: a line, no ticks. */
export const nameAxis = (names: readonly string[]) =>
  ({
    type: 'category' as const,
    data: [...names],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: color.axis } },
    axisLabel: { ...text, interval: 0 },
  }) satisfies EChartsOption['xAxis'];

const steps = [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * The end of an axis from 0 and the distance of at most four gridlines, both round: 909 gives 1200 and 300.
 * Zero and less give an axis of one.
 */
export function niceScale(largest: number): { max: number; interval: number } {
  if (!(largest > 0)) return { max: 1, interval: 1 };
  const power = 10 ** Math.floor(Math.log10(largest / 4));
  const step = steps.find((s) => s * power * 4 >= largest) ?? 10;
  const interval = Number((step * power).toPrecision(3));
  return { max: Number((interval * 4).toPrecision(3)), interval };
}

/** An axis of values from 0 with at most four gridlines. */
export const valueAxis = (max: number, interval: number) =>
  ({
    type: 'value' as const,
    min: 0,
    max,
    interval,
    axisLabel: { ...text },
    splitLine: { lineStyle: { color: color.line } },
  }) satisfies EChartsOption['yAxis'];

/** What every option begins with: no animation, no legend, no tooltip over the data. */
export const base = { animation: false, textStyle: { fontFamily: 'inherit' } } as const;
