import type { ReactNode } from 'react';
import { ParamLink } from '../navigation/ParamLink';
import type { Changes } from '../navigation/url';
import { Bar } from '../ui/Bar';

export interface BarRow {
  key: string;
  label: string;
  /** Drawn; all rows share one scale. */
  value: number;
  /** The same at the day or in the period compared with: a tick across the bar. */
  before?: number | undefined;
  /** Right of the bar, in this order, as shown. */
  figures: readonly ReactNode[];
  /** Opens its rows. */
  set?: Changes;
  current?: boolean;
}

interface Props {
  title: ReactNode;
  /** Heads of the figures: `['户', '万元']`. */
  heads: readonly string[];
  rows: readonly BarRow[];
}

/** A group in rows with a bar each: regions, reasons, grades. A table, with its bars for the eye only. */
export function BarList({ title, heads, rows }: Props) {
  const max = rows.reduce((most, row) => Math.max(most, row.value, row.before ?? 0), 0);
  return (
    <table className="bar-list">
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <td />
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-current={row.current || undefined}>
            <th scope="row">{row.set ? <ParamLink set={row.set}>{row.label}</ParamLink> : row.label}</th>
            <td>
              <Bar value={row.value} max={max} tick={row.before} />
            </td>
            {row.figures.map((figure, i) => (
              <td key={heads[i]}>{figure}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
