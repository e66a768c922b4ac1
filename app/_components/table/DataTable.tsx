'use client';
import {
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useLocale, useTranslations } from 'next-intl';
import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Scales } from './Cell';
import { unpacked } from './carried';
import type { Row, WordedColumn } from './columns';
import { type GroupBy, linesOf } from './groups';
import { Head, TICK } from './Head';
import { GroupLine, type LineContext, RowLine } from './Lines';
import { useOrder, useOrderWords } from './order';
import { useRowKeys } from './rows';
import { useSelection } from './Selection';
import { nextOrder } from './sorting';
import { Tools } from './Tools';
import { Total } from './Total';
import { cellText, compare, fill, type TableWords } from './text';
import { fitWidths, numberWidths } from './widths';
import { NARROW, usePhone, useRoom, useRowWindow } from './window';

export interface DataTableProps {
  columns: readonly WordedColumn[];
  /** As one text; see `packed`. */
  rows: string;
  /** The column that tells rows apart. */
  rowKey: string;
  /**
   * What a row opens: the drawer (`row=` in the address), an address such as `/bonuses/{technician_id}`, the address that
   * stands in a column of the row, nothing.
   */
  opens?: 'drawer' | 'nothing' | { href: string } | { column: string };
  groupBy?: GroupBy;
  /** Values of the last row, which stays in sight; left out while the quick filter hides rows. */
  total?: Row;
  totalLabel?: string;
  /** `-value_at_stake,name`; absent, the rows stand as given. */
  initialSort?: string;
  density?: 'compact' | 'standard' | 'comfortable';
  /** `fill` takes the height that is left and scrolls alone; `content` is as long as its rows. */
  height?: 'fill' | 'content';
  /** What the table is, for those who cannot see it. */
  label: string;
  /** The heading, left of the tools. */
  head?: ReactNode;
  /** False: no quick filter, no column chooser. */
  tools?: boolean;
}

const features = tableFeatures({
  rowSortingFeature,
  columnVisibilityFeature,
  sortedRowModel: createSortedRowModel(),
});
const heights = { compact: 18, standard: 22, comfortable: 28 };
const scaled = new Set(['bar', 'points-bar', 'quota-cells', 'quota-bar']);

function scalesOf(columns: readonly WordedColumn[], rows: readonly Row[]): Scales {
  const scales: Record<string, number> = {};
  for (const { id, name, cell } of columns) {
    if (!cell || !scaled.has(cell.kind)) continue;
    const names = 'held' in cell ? [cell.held, cell.places] : [name];
    scales[id] = rows.reduce((most, row) => Math.max(most, ...names.map((n) => Number(row[n] ?? 0))), 0);
  }
  return scales;
}

/** The table of every page. Made by `ReportTable`, which words its columns on the server. */
export function DataTable(props: DataTableProps) {
  const { columns, rows: text, rowKey, opens = 'drawer', groupBy, total, initialSort = '' } = props;
  const { density = 'compact', height = 'fill', label, head, tools = true } = props;
  const fills = height === 'fill';
  const rows = useMemo(() => unpacked(text), [text]);
  const t = useTranslations('ui.table');
  const locale = useLocale();
  const root = useRef<HTMLDivElement>(null);
  const phone = usePhone();
  const selection = useSelection();
  const [typed, setTyped] = useState('');
  const [hidden, setHidden] = useState<ReadonlySet<string>>(
    () => new Set(columns.filter((c) => c.hide === 'start').map((c) => c.id)),
  );
  const [order, setOrder] = useOrder(initialSort, columns, fills);
  const orderWords = useOrderWords(order, columns);
  const words: TableWords = useMemo(
    () => ({ locale, unassigned: t('unassigned'), never: t('never'), yes: t('yes'), no: t('no') }),
    [locale, t],
  );
  const scales = useMemo(() => scalesOf(columns, rows), [columns, rows]);

  const wanted = typed.trim().toLocaleLowerCase();
  const searched = useMemo(
    () =>
      wanted
        ? rows.filter((row) =>
            columns.some(
              (c) =>
                cellText(row[c.name], c, words).toLocaleLowerCase().includes(wanted) ||
                (c.cell?.kind === 'name' &&
                  c.cell.id &&
                  String(row[c.cell.id]).toLocaleLowerCase().includes(wanted)),
            ),
          )
        : rows,
    [rows, columns, words, wanted],
  );
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (row: Row) => row[column.name] ?? undefined,
        sortUndefined: 'last' as const,
        sortFn: (a: { original: Row }, b: { original: Row }) =>
          compare(a.original[column.name] ?? null, b.original[column.name] ?? null, column),
      })),
    [columns],
  );
  const visibility = useMemo(
    () => Object.fromEntries(columns.map((c) => [c.id, !hidden.has(c.id)])),
    [columns, hidden],
  );
  const table = useTable({
    features,
    data: searched as Row[],
    columns: definitions,
    state: { sorting: order, columnVisibility: visibility },
    onSortingChange: setOrder,
  });
  const sorted = table.getRowModel().rows;
  const lines = useMemo(
    () =>
      linesOf(
        sorted.map((row) => row.original),
        rowKey,
        groupBy,
        wanted !== '',
      ),
    [sorted, rowKey, groupBy, wanted],
  );
  const room = useRoom(root);
  const narrow = room !== null && room <= NARROW;
  const chosen = columns.filter((c) => !hidden.has(c.id) && !(narrow && !phone && c.hide === 'narrow'));
  const shown = chosen.filter((c) => c.hide !== 'wide');
  const ticks = selection ? TICK : 0;
  const needed = useMemo(
    () => numberWidths(columns, total ? [...rows, total] : rows, words),
    [columns, rows, total, words],
  );
  const widths = fitWidths(shown, room === null ? null : room - ticks, needed);
  const least = { '--least': `${widths.reduce((sum, px) => sum + px, ticks)}px` } as CSSProperties;
  const view = useRowWindow(root, lines.length, { fills, firstHeight: heights[density], phone });
  const { current, cursor, open, href } = useRowKeys({
    lines,
    opens,
    on: fills,
    scrollTo: view.scrollTo,
    selection,
  });

  const context: LineContext = {
    columns: shown,
    phoneColumns: chosen,
    words,
    scales,
    phone,
    indent: groupBy?.totals !== undefined,
    href: (key, row) => {
      if (opens === 'nothing') return null;
      if (opens === 'drawer') return href(key);
      return 'column' in opens ? String(row[opens.column] ?? '') || null : fill(opens.href, row);
    },
    ticks: selection
      ? {
          has: (key) => selection.keys.has(key),
          toggle: selection.toggle,
          label: (row) => t('select', { name: String(row.name ?? row[rowKey]) }),
        }
      : undefined,
  };
  const keys = lines.flatMap((line) => (line.kind === 'row' ? [line.key] : []));
  const allTicked = selection !== null && keys.length > 0 && keys.every((key) => selection.keys.has(key));

  return (
    <section className="table-block" data-fills={fills || undefined} data-rows={density}>
      {head || tools ? (
        <div className="section-head">
          {head}
          {tools ? (
            <Tools
              words={orderWords}
              typed={typed}
              onType={setTyped}
              found={sorted.length}
              all={rows.length}
              columns={columns.filter((c) => c.hide !== 'wide')}
              hidden={hidden}
              onToggle={(id) =>
                setHidden((before) => {
                  const after = new Set(before);
                  if (!after.delete(id)) after.add(id);
                  return after;
                })
              }
            />
          ) : null}
        </div>
      ) : null}
      <div ref={root} className="table-scroll">
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: every row has a link, and J, K and Enter */}
        <table
          className="table"
          style={least}
          aria-label={label}
          aria-rowcount={lines.length + 1}
          onClick={open}
        >
          <Head
            columns={shown}
            widths={widths}
            order={order}
            onSort={(id, add) => setOrder(nextOrder(order, id, add, columns))}
            ticks={
              selection
                ? {
                    all: allTicked,
                    some: keys.some((key) => selection.keys.has(key)),
                    toggle: () => selection.set(allTicked ? [] : keys),
                  }
                : undefined
            }
          />
          <tbody>
            {view.above > 0 ? <Space height={view.above} /> : null}
            {lines
              .slice(view.from, view.to)
              .map((line, i) =>
                line.kind === 'group' ? (
                  <GroupLine key={line.key} line={line} context={context} />
                ) : (
                  <RowLine
                    key={line.key}
                    line={line}
                    index={view.from + i}
                    current={line.key === current}
                    cursor={line.key === cursor}
                    context={context}
                  />
                ),
              )}
            {view.below > 0 ? <Space height={view.below} /> : null}
          </tbody>
          {total && !wanted ? (
            <Total row={total} label={props.totalLabel ?? t('total', { n: rows.length })} context={context} />
          ) : null}
        </table>
        {wanted && sorted.length === 0 ? <p className="state">{t('nothingFound', { text: typed })}</p> : null}
      </div>
    </section>
  );
}

/** The room of rows that are not drawn. */
const Space = ({ height }: { height: number }) => (
  <tr className="space">
    <td style={{ height }} />
  </tr>
);
