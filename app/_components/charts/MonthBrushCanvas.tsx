'use client';
import { BarChart } from 'echarts/charts';
import { BrushComponent, GridComponent, ToolboxComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import ReactEChartsCore from 'echarts-for-react/lib/core';
import { useMemo, useRef } from 'react';
import { type MonthScale, monthsIn, rangeOf } from '@/lib/charts/monthRange';
import type { ChartOption } from '@/lib/charts/style';
import { useHref, useNavigation } from '../navigation/Pending';

// The brush asks for the toolbox even where none is shown.
echarts.use([BarChart, BrushComponent, GridComponent, ToolboxComponent, SVGRenderer]);

interface Brushed {
  areas: { range?: [number, number] }[];
}

interface Props {
  option: ChartOption;
  height: number;
  months: readonly string[];
  from: string;
  to: string;
}

/** Where the middle of the first month stands, and how far the next is from it, in pixels. */
function scaleOf(chart: echarts.ECharts): MonthScale {
  const [zero, one] = [0, 1].map((month) => Number(chart.convertToPixel({ xAxisIndex: 0 }, month)));
  return { zero: zero ?? 0, month: (one ?? 0) - (zero ?? 0) };
}

/** Draws the bars; only when the brush is let go does the page change, so that dragging stays smooth. */
export default function MonthBrushCanvas({ option, height, months, from, to }: Props) {
  const { go } = useNavigation();
  const href = useHref();
  const drawn = useMemo(
    () => ({
      ...option,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      toolbox: { show: false },
      brush: {
        xAxisIndex: 0,
        brushType: 'lineX',
        brushMode: 'single',
        toolbox: [],
        throttleType: 'debounce',
        throttleDelay: 0,
        brushStyle: {
          borderWidth: 1,
          // Nothing lies over the months that are chosen: the others are pale.
          color: 'transparent',
          borderColor: 'var(--accent)',
        },
        // The colours are the page's own properties: only their opacity can change.
        inBrush: { opacity: 1 },
        outOfBrush: { opacity: 0.4 },
      },
    }),
    [option],
  );
  const drawnOn = useRef<echarts.ECharts>(null);
  const events = useMemo(() => {
    const choose = (first: number, last: number) => {
      const [a, b] = [months[Math.max(0, first)], months[Math.min(months.length - 1, last)]];
      if (a && b && (a !== from || b !== to)) go(href({ from: a, to: b }));
    };
    return {
      brushEnd: ({ areas }: Brushed) => {
        const [range, chart] = [areas[0]?.range, drawnOn.current];
        if (range && chart) choose(...monthsIn(scaleOf(chart), range));
      },
      click: ({ dataIndex }: { dataIndex?: number }) =>
        dataIndex === undefined ? undefined : choose(dataIndex, dataIndex),
    };
  }, [months, from, to, go, href]);
  const ready = (chart: echarts.ECharts) => {
    drawnOn.current = chart;
    chart.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType: 'lineX', brushMode: 'single' },
    });
    const [first, last] = [months.indexOf(from), months.indexOf(to)];
    if (first < 0 || last < 0 || (first === 0 && last === months.length - 1)) return;
    // In pixels: in months a range ends in the middle of a bar. They change with the width of the page.
    let width = 0;
    const frame = () => {
      if (chart.getWidth() === width) return;
      width = chart.getWidth();
      chart.dispatchAction({
        type: 'brush',
        areas: [{ brushType: 'lineX', range: rangeOf(scaleOf(chart), first, last) }],
      });
    };
    frame();
    chart.on('finished', frame);
  };
  return (
    <ReactEChartsCore
      // Drawn anew for another range: the brush shows what the address says.
      key={`${from}${to}`}
      echarts={echarts}
      option={drawn}
      style={{ height }}
      notMerge
      lazyUpdate
      opts={{ renderer: 'svg' }}
      onEvents={events}
      onChartReady={ready}
    />
  );
}
