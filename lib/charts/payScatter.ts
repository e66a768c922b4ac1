import { base, type ChartOption, color, niceScale, text, valueAxis } from './style';

export interface PayPoint {
  name: string;
  /** Mean of the cards, 1 to 4. */
  satisfaction: number;
  /** For the place only. */
  pay: number;
  href?: string;
}

interface Options {
  /** `满意度（1–4）` */
  x: string;
  /** `元` */
  y: string;
  /** A mean to compare with: a solid ink line. */
  mean?: { value: number; label: string };
}

/** Satisfaction beside pay: a dot a person, named where there is room; names never cover each other. */
export function payScatter(points: readonly PayPoint[], { x, y, mean }: Options): ChartOption {
  const { max, interval } = niceScale(Math.max(0, ...points.map((p) => p.pay)));
  // Means lie close together: the axis begins at the half mark below the lowest.
  const lowest = Math.max(1, Math.min(3.5, ...points.map((p) => Math.floor(p.satisfaction * 2) / 2)));
  return {
    ...base,
    grid: { left: 56, right: 24, top: 22, bottom: 38 },
    xAxis: {
      type: 'value',
      min: lowest,
      max: 4,
      interval: lowest < 2.5 ? 0.5 : 0.25,
      name: x,
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: text,
      axisLabel: text,
      axisLine: { lineStyle: { color: color.axis } },
      splitLine: { show: false },
    },
    yAxis: { ...valueAxis(max, interval), name: y, nameTextStyle: text },
    series: [
      {
        type: 'scatter',
        symbolSize: 8,
        cursor: points.some((p) => p.href) ? 'pointer' : 'default',
        itemStyle: { color: color.current, opacity: 1 },
        labelLayout: { hideOverlap: true },
        data: points.map((p) => ({
          value: [p.satisfaction, p.pay],
          href: p.href,
          label: { show: true, position: 'right' as const, formatter: p.name, ...text },
        })),
        ...(mean
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: color.ink, type: 'solid' as const, width: 1.5 },
                label: { ...text, color: color.ink, formatter: mean.label, position: 'end' as const },
                data: [{ xAxis: mean.value }],
              },
            }
          : {}),
      },
    ],
  };
}
