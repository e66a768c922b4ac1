'use client';
import { BarChart } from 'echarts/charts';
import { BrushComponent, GridComponent, ToolboxComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import ReactEChartsCore from 'echarts-for-react/lib/core';
import { useMemo } from 'react';
import type { ChartOption } from '@/lib/charts/style';
import { useHref, useNavigation } from '../navigation/Pending';

// The brush asks for the toolbox even where none is shown.
echarts.use([BarChart, BrushComponent, GridComponent, ToolboxComponent, SVGRenderer]);

interface Brushed {
  areas: { coordRange?: [number, number] }[];
}

interface Props {
  option: ChartOption;
  height: number;
  months: readonly string[];
  from: string;
  to: string;
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
          color: 'var(--accent-tint)',
          borderColor: 'var(--accent)',
          opacity: 0.4,
        },
        // The colours are the page's own properties: only their opacity can change.
        inBrush: { opacity: 1 },
        outOfBrush: { opacity: 0.4 },
      },
    }),
    [option],
  );
  const events = useMemo(() => {
    const choose = (first: number, last: number) => {
      const [a, b] = [months[Math.max(0, first)], months[Math.min(months.length - 1, last)]];
      if (a && b && (a !== from || b !== to)) go(href({ from: a, to: b }));
    };
    return {
      brushEnd: ({ areas }: Brushed) => {
        const range = areas[0]?.coordRange;
        if (range) choose(range[0], range[1]);
      },
      click: ({ dataIndex }: { dataIndex?: number }) =>
        dataIndex === undefined ? undefined : choose(dataIndex, dataIndex),
    };
  }, [months, from, to, go, href]);
  const ready = (chart: echarts.ECharts) => {
    chart.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType: 'lineX', brushMode: 'single' },
    });
    const [first, last] = [months.indexOf(from), months.indexOf(to)];
    if (first < 0 || last < 0 || (first === 0 && last === months.length - 1)) return;
    chart.dispatchAction({
      type: 'brush',
      areas: [{ brushType: 'lineX', coordRange: [first, last], xAxisIndex: 0 }],
    });
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
