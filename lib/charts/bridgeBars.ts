import { base, type ChartOption, color, nameAxis, niceScale, text, valueAxis } from './style';

export interface BridgeBar {
  name: string;
  /** Where the bar begins and how far it goes, both above 0; in the unit of the axis. */
  from: number;
  value: number;
  /** Worded, with its sign: `+ 128.4`. */
  label: string;
  /** The first and the last stand on the ground. */
  total?: true;
  /** Whose rows are listed. */
  current?: boolean;
  href?: string;
}

/** Floating bars from one total to another: what was added stands on what was there, what left hangs from it. */
export function bridgeBars(bars: readonly BridgeBar[]): ChartOption {
  const { max, interval } = niceScale(Math.max(0, ...bars.map((b) => b.from + b.value)));
  return {
    ...base,
    grid: { left: 48, right: 10, top: 22, bottom: 24 },
    xAxis: nameAxis(bars.map((b) => b.name)),
    yAxis: valueAxis(max, interval),
    series: [
      {
        type: 'bar',
        stack: 'bridge',
        silent: true,
        barWidth: '52%',
        itemStyle: { color: 'transparent' },
        data: bars.map((b) => b.from),
      },
      {
        type: 'bar',
        stack: 'bridge',
        barWidth: '52%',
        cursor: 'pointer',
        // On a phone neighbouring values would run into each other: they step aside.
        labelLayout: { moveOverlap: 'shiftY' },
        data: bars.map((b) => ({
          value: b.value,
          href: b.href,
          itemStyle: { color: b.current ? color.current : b.total ? 'var(--bar-all)' : color.past },
          label: { show: true, position: 'top' as const, formatter: b.label, ...text, color: color.ink },
        })),
      },
    ],
  };
}
