import { rate } from '@/lib/format';
import { base, type ChartOption, color, nameAxis, text, valueAxis } from './style';

export interface RetentionGroup {
  name: string;
  /** A colour of the page: `var(--grade-a)`; dashed ink for the whole. */
  color: string;
  /** The share of the first stage that reached each stage, 0 to 1; null where the first has none. */
  rates: readonly (number | null)[];
  whole?: true;
}

/**
 * How much of each group is left at each stage: a line a group, its name and last value at its end. Labels
 * that would overlap are pushed apart, never dropped.
 */
export function retentionLines(groups: readonly RetentionGroup[], stages: readonly string[]): ChartOption {
  return {
    ...base,
    grid: { left: 32, right: 104, top: 14, bottom: 24 },
    xAxis: { ...nameAxis(stages), boundaryGap: false },
    yAxis: valueAxis(100, 25),
    series: groups.map((group) => {
      const last = group.rates.at(-1) ?? null;
      return {
        type: 'line' as const,
        name: group.name,
        silent: true,
        symbol: 'circle',
        symbolSize: 5,
        showSymbol: true,
        z: group.whole ? 4 : 3,
        itemStyle: { color: group.whole ? color.ink : group.color },
        lineStyle: {
          color: group.whole ? color.ink : group.color,
          width: group.whole ? 1.5 : 2,
          type: group.whole ? [4, 3] : ('solid' as const),
        },
        data: group.rates.map((r) => (r === null ? null : Math.round(r * 1000) / 10)),
        endLabel: {
          show: last !== null,
          ...text,
          color: color.ink,
          distance: 6,
          lineHeight: 15,
          formatter: `${group.name}  ${rate(last)}`,
        },
        labelLayout: { moveOverlap: 'shiftY' as const },
      };
    }),
  };
}
