'use client';
import type { ReactNode } from 'react';
import { Cell, type Scales } from './Cell';
import { alignOf, type Row, type WordedColumn } from './columns';
import type { Line } from './groups';
import type { TableWords } from './text';

export interface LineContext {
  columns: readonly WordedColumn[];
  /** Those of the two lines of a phone. */
  phoneColumns: readonly WordedColumn[];
  words: TableWords;
  scales: Scales;
  phone: boolean | undefined;
  indent: boolean;
  ticks?: { has: (key: string) => boolean; toggle: (key: string) => void; label: (row: Row) => string };
  /** The address that a row opens, or null. */
  href: (key: string, row: Row) => string | null;
}

const cellClass = (column: WordedColumn) =>
  [
    alignOf(column) === 'right' ? 'right' : '',
    column.weight ?? '',
    column.hide === 'narrow' ? 'hide-narrow' : '',
  ]
    .filter(Boolean)
    .join(' ') || undefined;

/** A heading over rows: its label, count and note, or its label and subtotals. */
export function GroupLine({ line, context }: { line: Line & { kind: 'group' }; context: LineContext }) {
  const { columns, words, scales } = context;
  const { totals } = line;
  const label = (
    <>
      {line.label}
      {line.count === undefined ? null : <span className="font-normal text-ink-2"> {line.count}</span>}
      {line.note ? <span className="ml-3 font-normal text-ink-3">{line.note}</span> : null}
    </>
  );
  const span = columns.length + (context.ticks ? 1 : 0);
  if (!totals) {
    return (
      <tr className="group">
        <th scope="rowgroup" colSpan={span} className="plain-only">
          {label}
        </th>
        {context.phone === false ? null : <th className="phone-only">{label}</th>}
      </tr>
    );
  }
  return (
    <tr className="group subtotal">
      {context.ticks ? <td className="plain-only" /> : null}
      {columns.map((column, i) =>
        i === 0 ? (
          <th key={column.id} scope="rowgroup" className="plain-only">
            {label}
          </th>
        ) : (
          <td key={column.id} className={`plain-only ${cellClass(column) ?? ''}`}>
            {column.name in totals && !column.as ? (
              <Cell {...{ column, words, scales }} row={totals} />
            ) : null}
          </td>
        ),
      )}
      {context.phone === false ? null : <th className="phone-only">{label}</th>}
    </tr>
  );
}

/** A row: its cells, and two lines of them for a phone until it is known which is wanted. */
export function RowLine(props: {
  line: Line & { kind: 'row' };
  index: number;
  current: boolean;
  cursor: boolean;
  context: LineContext;
}) {
  const { line, current, cursor, context } = props;
  const { columns, words, scales, ticks, phone } = context;
  const { key, row } = line;
  const href = context.href(key, row);
  const ticked = ticks?.has(key) ?? false;
  const wrap = (content: ReactNode) =>
    href ? (
      <a href={href} className="row-link" data-row-link>
        {content}
      </a>
    ) : (
      content
    );
  return (
    <tr
      data-key={key}
      data-current={current || undefined}
      data-cursor={cursor || undefined}
      data-ticked={ticked || undefined}
      aria-current={current || undefined}
      aria-rowindex={props.index + 2}
    >
      {ticks && phone !== true ? (
        <td className="tick plain-only">
          <input
            type="checkbox"
            checked={ticked}
            aria-label={ticks.label(row)}
            onChange={() => ticks.toggle(key)}
          />
        </td>
      ) : null}
      {phone === true
        ? null
        : columns.map((column, i) => {
            const content = <Cell {...{ column, row, words, scales }} />;
            const className = `plain-only ${cellClass(column) ?? ''} ${i === 0 && context.indent ? 'indent' : ''}`;
            return (
              <td key={column.id} className={className}>
                {i === 0 ? wrap(content) : content}
                <CustomerLink column={column} row={row} />
              </td>
            );
          })}
      {phone === false ? null : (
        <td className="phone-only">
          <PhoneLines {...{ row, context, wrap }} />
        </td>
      )}
    </tr>
  );
}

/** A name of a customer has its number after it, which leads to the customer's page. */
function CustomerLink({ column, row }: { column: WordedColumn; row: Row }) {
  if (column.cell?.kind !== 'name' || column.cell.id !== 'customer_id') return null;
  const number = row.customer_id;
  if (typeof number !== 'string' || number === '') return null;
  return (
    <a href={`/customers/${encodeURIComponent(number)}`} className="cell-number" tabIndex={-1}>
      {number}
    </a>
  );
}

function PhoneLines({
  row,
  context,
  wrap,
}: {
  row: Row;
  context: LineContext;
  wrap: (c: ReactNode) => ReactNode;
}) {
  const { phoneColumns, words, scales } = context;
  const at = (place: NonNullable<WordedColumn['phone']>) => phoneColumns.filter((c) => c.phone === place);
  const cells = (place: NonNullable<WordedColumn['phone']>, join: string) =>
    at(place).map((column, i) => (
      <span key={column.id}>
        {i > 0 ? join : ''}
        {place !== 'title' && place !== 'value' && alignOf(column) === 'right' ? `${column.label} ` : ''}
        <Cell {...{ column: inLine(column), row, words, scales }} />
        {place === 'value' && column.unitLabel ? <small> {column.unitLabel}</small> : null}
      </span>
    ));
  return (
    <>
      <span className="phone-title">{wrap(cells('title', ' '))}</span>
      <span className="phone-value">{cells('value', ' ')}</span>
      <span className="phone-meta">{cells('meta', ' · ')}</span>
      <span className="phone-note">{cells('note', ' · ')}</span>
    </>
  );
}

/** In a line of words a dot for zero would read as what joins them. */
const inLine = (column: WordedColumn): WordedColumn => ({
  ...column,
  cell: plainKind(column),
  zero: column.phone === 'value' ? column.zero : undefined,
});

/** In two lines a name stands without its number, a grade as a letter. */
function plainKind(column: WordedColumn): WordedColumn['cell'] {
  if (column.cell?.kind === 'name') return { kind: 'name' };
  return column.cell?.kind === 'grade' || column.cell?.kind === 'bar' ? undefined : column.cell;
}
