'use client';
import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import ReactEChartsCore from 'echarts-for-react/lib/core';
import { useMemo } from 'react';
import type { ChartOption } from '@/lib/charts/style';
import { useNavigation } from '../navigation/Pending';

echarts.use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, LabelLayout, SVGRenderer]);

interface Clicked {
  data?: { href?: string };
}

/** Draws an option as SVG, in the page's own font. */
export default function ChartCanvas({ option, height }: { option: ChartOption; height: number }) {
  const { go } = useNavigation();
  const drawn = useMemo(
    () => ({ ...option, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily } }),
    [option],
  );
  const events = useMemo(
    () => ({ click: ({ data }: Clicked) => (data?.href ? go(data.href) : undefined) }),
    [go],
  );
  return (
    <ReactEChartsCore
      echarts={echarts}
      option={drawn}
      style={{ height }}
      notMerge
      lazyUpdate
      opts={{ renderer: 'svg' }}
      onEvents={events}
    />
  );
}
