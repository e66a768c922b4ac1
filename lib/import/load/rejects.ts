/** Turns what the validating SELECT found wrong into rejected rows, one entry a mistake. */
import fs from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Kind } from '../kind';
import type { LoadPlan } from '../recognise/plan';
import type { Reject } from './job';
import { refinedCode } from './sentences';
import { literal } from './sql/quote';

/** The text that the file has where our column is read from; several sources are joined. */
export function givenValue(plan: LoadPlan, column: string, cells: readonly (string | null)[]): string | null {
  const texts = (plan.columns.find((c) => c.column === column)?.sources ?? []).flatMap((s) => {
    if (s.from === 'header') return [cells[s.index] ?? null];
    if (s.from === 'product') return [`${cells[s.a] ?? ''} × ${cells[s.b] ?? ''}`];
    if (s.from === 'constant') return [s.value];
    return [];
  });
  return texts.find((t) => t !== null) ?? null;
}

/** The mistakes of one row, from `_bad` (`amount=unreadable;kind=missing`). */
export function mistakesOf(
  kind: Kind,
  plan: LoadPlan,
  row: { line: number; bad: string; cells: (string | null)[] },
): Reject[] {
  return row.bad.split(';').map((entry) => {
    const at = entry.indexOf('=');
    const columnName = entry.slice(0, at);
    const found = entry.slice(at + 1);
    const column = kind.columns.find((c) => c.name === columnName);
    const value = columnName ? givenValue(plan, columnName, row.cells) : null;
    const code = found === 'unreadable' && column ? refinedCode(column, value) : found;
    return { line: row.line, column: columnName || null, value, code, cells: row.cells };
  });
}

/** Writes the rejected rows of a staged Parquet as NDJSON. @param rows relation with line, bad, cells */
export async function writeRejects(
  c: DuckDBConnection,
  rows: string,
  kind: Kind,
  plan: LoadPlan,
  path: string,
): Promise<{ rejected: number; dateOrders: Set<string> }> {
  const result = await c.stream(`select line, bad, cells from ${rows}`);
  const out = fs.openSync(path, 'w');
  const dateOrders = new Set<string>();
  let rejected = 0;
  try {
    for await (const batch of result.yieldRowObjectJson()) {
      let text = '';
      for (const row of batch) {
        rejected += 1;
        const cells = row.cells as (string | null)[];
        for (const m of mistakesOf(kind, plan, { line: Number(row.line), bad: String(row.bad), cells })) {
          if (m.code === 'date_order' && m.column) dateOrders.add(m.column);
          text += `${JSON.stringify(m)}\n`;
        }
      }
      fs.writeSync(out, text);
    }
  } finally {
    fs.closeSync(out);
  }
  return { rejected, dateOrders };
}

/** A relation over such files. */
export const rejectsRelation = (path: string): string =>
  `read_json(${literal(path)}, format = 'newline_delimited', maximum_object_size = 33554432, columns = {line: 'INTEGER', "column": 'VARCHAR', value: 'VARCHAR', code: 'VARCHAR', cells: 'VARCHAR[]'})`;
