import type { ReactNode } from 'react';

/** Where a row was loaded from: `客户台账.csv:214`, opening that line of that import. */
export interface Source {
  import: number;
  file: string;
  sheet?: string | null;
  line: number;
}

/** The address of a loaded line. */
export function sourceHref(source: Source): string {
  const query = new URLSearchParams({ file: source.file });
  if (source.sheet) query.set('sheet', source.sheet);
  query.set('line', String(source.line));
  return `/imports/${source.import}?${query}`;
}

/** `children` in place of file and line where there is no room for them; the title has them then. */
export function SourceRef({ source, children }: { source: Source; children?: ReactNode }) {
  const place = source.sheet
    ? `${source.file} ${source.sheet}:${source.line}`
    : `${source.file}:${source.line}`;
  return (
    <a href={sourceHref(source)} className="rule-ref text-note" title={`#${source.import} ${place}`}>
      {children ?? place}
    </a>
  );
}
