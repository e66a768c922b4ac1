'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import type { ChartOption } from '@/lib/charts/style';

const MonthBrushCanvas = dynamic(() => import('./MonthBrushCanvas'), { ssr: false });

interface Props {
  option: ChartOption;
  height: number;
  /** What the chart shows, as a sentence with its main values. */
  label: string;
  /** The months of its axis: `2026-03`. */
  months: readonly string[];
  /** The range in the address, drawn as brushed. */
  from: string;
  to: string;
}

/** A chart of months over which a range can be brushed; it stands in the address as `from` and `to` when let go. */
export function MonthBrush({ height, label, ...rest }: Props) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <div role="img" aria-label={label} style={{ height }} className="overflow-hidden">
      {ready ? <MonthBrushCanvas height={height} {...rest} /> : null}
    </div>
  );
}
