import type { CSSProperties, ReactNode } from 'react';

interface Props {
  /** `PageHeader`. */
  header: ReactNode;
  /** `StaleLine`, where the data is old. */
  stale?: ReactNode;
  /** `FilterBar`. */
  filters?: ReactNode;
  /** `Figures`: one row above everything else. */
  figures?: ReactNode;
  /** `Drawer` or `Aside`, right of the body. */
  aside?: ReactNode;
  /** `PageFooter`. */
  footer?: ReactNode;
  /** Sections, charts, tables; a table of height `fill` scrolls alone. */
  children: ReactNode;
}

/** The anatomy of a page: header, filters, figures, body with a drawer at its right, footer. */
export function Page({ header, stale, filters, figures, aside, footer, children }: Props) {
  return (
    <div className="page" data-page-scroll>
      {header}
      {stale}
      {filters}
      <div className="page-content">
        {figures}
        <div className="page-split" data-aside={aside ? true : undefined}>
          <div className="page-body">{children}</div>
          {aside}
        </div>
      </div>
      {footer}
    </div>
  );
}

/** A standing column at the right of the body: a small chart, checks. Not a drawer: it does not close. */
export function Aside({
  label,
  width = 276,
  children,
}: {
  label: string;
  width?: number;
  children: ReactNode;
}) {
  return (
    <aside className="page-aside" aria-label={label} style={{ '--aside': `${width}px` } as CSSProperties}>
      {children}
    </aside>
  );
}
