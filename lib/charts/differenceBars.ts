import { base, type ChartOption, color, nameAxis, text } from './style';

export interface DifferenceBand {
  /** Worded: `−500…0`, `0`, `0…+500`. */
  name: string;
  people: number;
  /** −1 loses, 0 same, 1 gains. */
  side: -1 | 0 | 1;
  href?: string;
}

/** How many people gain or lose about how much: a bar a band, its count above it; gains in the accent. */
export function differenceBars(bands: readonly DifferenceBand[]): ChartOption {
  return {
    ...base,
    grid: { left: 12, right: 12, top: 20, bottom: 24 },
    xAxis: { ...nameAxis(bands.map((b) => b.name)), axisLabel: { ...text, interval: 0, hideOverlap: true } },
    yAxis: { type: 'value', min: 0, show: false },
    series: [
      {
        type: 'bar',
        barWidth: '62%',
        cursor: bands.some((b) => b.href) ? 'pointer' : 'default',
        data: bands.map((b) => ({
          value: b.people,
          href: b.href,
          itemStyle: { color: b.side > 0 ? color.current : b.side < 0 ? color.past : color.axis },
          label: {
            show: b.people > 0,
            position: 'top' as const,
            formatter: String(b.people),
            ...text,
            color: color.ink,
          },
        })),
      },
    ],
  };
}
