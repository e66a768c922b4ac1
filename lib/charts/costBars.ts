import { monthName } from '@/lib/format';
import { base, type ChartOption, color, nameAxis, text } from './style';

export interface CostMonth {
  period: string;
  /** For the height only. */
  value: number;
  /** Worded: `5.8 万`, `57.7k`, `30.5`. */
  label: string;
  href?: string;
}

interface Options {
  locale: string;
  current?: string;
  /** A solid ink line with its value, such as the base of the points. */
  limit?: { value: number; label: string };
}

/** A few months side by side in a narrow column: the value above each bar, no axis of values. */
export function costBars(months: readonly CostMonth[], { locale, current, limit }: Options): ChartOption {
  const now = current ?? months.at(-1)?.period;
  return {
    ...base,
    grid: { left: 2, right: limit ? 30 : 2, top: 20, bottom: 22 },
    xAxis: nameAxis(months.map((m) => monthName(m.period, locale))),
    yAxis: { type: 'value', min: 0, show: false },
    series: [
      {
        type: 'bar',
        barWidth: '58%',
        data: months.map((m) => ({
          value: m.value,
          href: m.href,
          itemStyle: { color: m.period === now ? color.current : color.past },
          label: {
            show: true,
            // Above a bar that ends just below the limit, the line would strike the value through.
            position: limit && m.value < limit.value && m.value > limit.value / 2 ? 'insideTop' : 'top',
            formatter: m.label,
            ...text,
            ...(limit && m.value < limit.value && m.value > limit.value / 2 ? { color: color.ink } : {}),
          },
        })),
        ...(limit
          ? {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: color.ink, type: 'solid' as const, width: 1.5 },
                label: { ...text, color: color.ink, formatter: limit.label, position: 'end' as const },
                data: [{ yAxis: limit.value }],
              },
            }
          : {}),
      },
    ],
  };
}
