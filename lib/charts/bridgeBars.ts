import { base, type ChartOption, color, nameAxis, niceScale, text, valueAxis } from './style';

export interface BridgeBar {
  name: string;
  /** Where the bar begins and how far it goes, both above 0; in the unit of the axis. */
  from: number;
  value: number;
  /** Worded, with its sign: `+ 128.4`. */
  label: string;
  /** The same in as few signs as say it, for a phone. */
  short?: string;
  /** The first and the last stand on the ground. */
  total?: true;
  /** Whose rows are listed. */
  current?: boolean;
  href?: string;
}

/** Floating bars from one total to another: what was added stands on what was there, what left hangs from it. */
export function bridgeBars(bars: readonly BridgeBar[]): ChartOption {
  const { max, interval } = niceScale(Math.max(0, ...bars.map((b) => b.from + b.value)));
  const narrow = bars.map((b) => ({ label: { formatter: b.short ?? b.label, fontSize: 10 } }));
  return {
    ...base,
    media: [
      {
        query: { maxWidth: 520 },
        option: {
          grid: { left: 40, right: 4 },
          series: [{ barWidth: '72%' }, { barWidth: '72%', data: withValues(bars, narrow) }],
        },
      },
    ],
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
        data: withValues(bars, []),
      },
    ],
  };
}

/** The bars as the chart takes them, with what is said otherwise on a phone. */
const withValues = (bars: readonly BridgeBar[], other: readonly { label: object }[]) =>
  bars.map((b, i) => ({
    value: b.value,
    href: b.href,
    itemStyle: { color: b.current ? color.current : b.total ? 'var(--bar-all)' : color.past },
    label: {
      show: true,
      position: 'top' as const,
      formatter: b.label,
      ...text,
      color: color.ink,
      ...other[i]?.label,
    },
  }));
