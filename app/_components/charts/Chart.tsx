'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { ChartOption } from '@/lib/charts/style';

const ChartCanvas = dynamic(() => import('./ChartCanvas'), { ssr: false });

interface Props {
  /** From `lib/charts`; plain data. An item with `href` opens that address when clicked. */
  option: ChartOption;
  height: number;
  /** What the chart shows, as a sentence with its main values. */
  label: string;
}

/** A chart: its room is kept, its code is fetched after the page stands. */
export function Chart({ option, height, label }: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <div role="img" aria-label={label} style={{ height }} className="overflow-hidden">
      {ready ? <ChartCanvas option={option} height={height} /> : null}
    </div>
  );
}
