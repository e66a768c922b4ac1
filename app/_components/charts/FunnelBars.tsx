import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import { ParamLink } from '../navigation/ParamLink';
import type { Changes } from '../navigation/url';

export interface FunnelCell {
  /** Share of the group's own entries, 0 to 1; null where it has none. */
  share: number | null;
  /** The same of the period compared with: a tick across the bar. */
  before?: number | null;
  /** As shown: `129`, `64.2%`, `2,406.30`. */
  count: string;
  rate?: string;
  amount?: string;
  /** From the stage above: `64.2%` and its change `−0.4 点`; heavier where `weak`. */
  step?: { rate: string; change?: string; weak?: boolean };
  /** Opens exactly its opportunities: parameters to change on this page, … */
  set?: Changes;
  /** … or an address; the bar opens it too. */
  href?: string;
}

export interface FunnelGroup {
  key: string;
  label: string;
  color: string;
  /** What its name does to the page: a filter by the group, or its end. */
  set?: Changes | undefined;
  /** What that is, in words. */
  title?: string | undefined;
  cells: readonly FunnelCell[];
}

interface Props {
  label: string;
  stages: readonly string[];
  /** The whole first; each has a cell a stage. */
  groups: readonly FunnelGroup[];
}

const percent = (share: number | null | undefined) => `${Math.min(100, Math.max(0, (share ?? 0) * 100))}%`;

/** Stages down, groups across: what reached each stage as a share of what the group began with. */
export function FunnelBars({ label, stages, groups }: Props) {
  return (
    <div className="funnel-scroll">
      <table
        className="funnel-bars"
        aria-label={label}
        style={{ '--groups': groups.length } as CSSProperties}
      >
        <thead>
          <tr>
            <td />
            {groups.map((group, i) => (
              <th key={group.key} scope="col">
                {i > 0 ? <i style={{ background: group.color }} /> : null}
                {group.set ? (
                  <ParamLink set={group.set} title={group.title}>
                    {group.label}
                  </ParamLink>
                ) : (
                  group.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage, s) => (
            <tr key={stage}>
              <th scope="row">{stage}</th>
              {groups.map((group) => {
                const cell = group.cells[s];
                return (
                  <td key={group.key} data-group={group.label}>
                    {cell ? <Cell cell={cell} color={group.color} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell, color }: { cell: FunnelCell; color: string }) {
  return (
    <>
      <p className="funnel-step" data-weak={cell.step?.weak || undefined}>
        {cell.step ? (
          <>
            ↓ {cell.step.rate} <span>{cell.step.change}</span>
          </>
        ) : null}
      </p>
      <Opened href={cell.href}>
        <span className="funnel-bar" aria-hidden="true">
          <i style={{ width: percent(cell.share), background: color }} />
          {cell.before === undefined || cell.before === null ? null : (
            <b style={{ left: percent(cell.before) }} />
          )}
        </span>
      </Opened>
      <p className="funnel-count">
        <b>
          {cell.set ? (
            <ParamLink set={cell.set}>{cell.count}</ParamLink>
          ) : cell.href ? (
            <Link href={cell.href}>{cell.count}</Link>
          ) : (
            cell.count
          )}
        </b>{' '}
        {cell.rate}
        <span>{cell.amount}</span>
      </p>
    </>
  );
}

/** The bar for the mouse alone: the count below it is the same link for everybody. */
function Opened({ href, children }: { href: string | undefined; children: ReactNode }) {
  if (!href) return children;
  return (
    <Link href={href} className="block" tabIndex={-1} aria-hidden="true">
      {children}
    </Link>
  );
}
