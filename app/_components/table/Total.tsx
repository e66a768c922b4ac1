import { Cell } from './Cell';
import { alignOf, type Row } from './columns';
import type { LineContext } from './Lines';

/** The total row: it stays in sight. A column without a value in it is empty. */
export function Total({ row, label, context }: { row: Row; label: string; context: LineContext }) {
  const { columns, phoneColumns, words, scales, phone, ticks } = context;
  const values = phoneColumns.filter((c) => c.phone === 'value' && c.name in row);
  return (
    <tfoot>
      <tr>
        {ticks ? <td className="plain-only" /> : null}
        {columns.map((column, i) => (
          <td
            key={column.id}
            className={`plain-only ${alignOf(column) === 'right' ? 'right' : ''} ${column.hide === 'narrow' ? 'hide-narrow' : ''}`}
          >
            {i === 0 ? (
              label
            ) : column.name in row && !column.as ? (
              <Cell {...{ column, row, words, scales }} />
            ) : null}
          </td>
        ))}
        {phone === false ? null : (
          <td className="phone-only">
            <span className="phone-title">{label}</span>
            <span className="phone-value">
              {values.map((column) => (
                <Cell key={column.id} {...{ column, row, words, scales }} />
              ))}
            </span>
          </td>
        )}
      </tr>
    </tfoot>
  );
}
