import { rate } from '@/lib/format';
import { base, type ChartOption, color, nameAxis, niceScale, text, valueAxis } from './style';

export interface QuotaTrendLine {
  name: string;
  /** Held / base on each day, 0 to 1; null without a base. */
  shares: readonly (number | null)[];
  /** Opens the customers that held on the last day. */
  href?: string;
}

const colors = ['k', 'a', 'b', 'c', 'd', 'none'].map((grade) => `var(--grade-${grade})`);
/** More lines than colours could not be told apart. */
export const MOST_LINES = colors.length;

/**
 * What share of each base holds a tier, through time: a line a group with its name and last value at its end, the
 * limit as a solid ink line with its value.
 */
export function quotaTrend(
  lines: readonly QuotaTrendLine[],
  days: readonly string[],
  limits: readonly number[],
): ChartOption {
  const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);
  const shown = lines.slice(0, MOST_LINES);
  // By name, not by place: a department has one colour in both pictures.
  const named = shown.map((l) => l.name).sort();
  const colorOf = (line: QuotaTrendLine) => colors[named.indexOf(line.name)];
  const { max, interval } = niceScale(
    Math.max(...limits, ...shown.flatMap((l) => l.shares.map((s) => s ?? 0))) * 100,
  );
  const names = days.map((day) =>
    day.endsWith('06-30') || day.endsWith('12-31') ? half(day) : day.slice(5),
  );
  return {
    ...base,
    grid: { left: 36, right: 124, top: 12, bottom: 24 },
    xAxis: { ...nameAxis(names), boundaryGap: false, axisLabel: { ...text, hideOverlap: true } },
    yAxis: percentAxis(max, interval),
    series: [
      {
        type: 'line' as const,
        silent: true,
        showSymbol: false,
        step: 'end' as const,
        lineStyle: { color: color.ink, width: 1.5 },
        data: limits.map(percent),
        endLabel: {
          show: true,
          ...text,
          color: color.ink,
          distance: 6,
          lineHeight: 15,
          formatter: `≤ ${rate(limits.at(-1) ?? 0, 0)}`,
        },
        labelLayout: { moveOverlap: 'shiftY' as const },
      },
      ...shown.map((line) => ({
        type: 'line' as const,
        name: line.name,
        symbol: 'circle',
        symbolSize: 5,
        showSymbol: true,
        cursor: line.href ? 'pointer' : 'default',
        itemStyle: { color: colorOf(line) },
        lineStyle: { color: colorOf(line), width: 2 },
        data: line.shares.map((s) => ({ value: percent(s) ?? '-', href: line.href })),
        endLabel: {
          show: (line.shares.at(-1) ?? null) !== null,
          ...text,
          color: color.ink,
          distance: 6,
          lineHeight: 15,
          // Labels that would overlap move away from their lines: the square says whose they are.
          formatter: `{mark|■} ${line.name}  ${rate(line.shares.at(-1) ?? null)}`,
          rich: { mark: { color: colorOf(line), fontSize: 11 } },
        },
        labelLayout: { moveOverlap: 'shiftY' as const },
      })),
    ],
  };
}

const percentAxis = (max: number, interval: number) => {
  const axis = valueAxis(max, interval);
  return { ...axis, axisLabel: { ...axis.axisLabel, formatter: '{value}%' } };
};

/** `26H1`: the half-year that ends on a day. */
const half = (day: string): string => `${day.slice(2, 4)}${day.endsWith('06-30') ? 'H1' : 'H2'}`;
