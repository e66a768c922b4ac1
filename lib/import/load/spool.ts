/** What DuckDB cannot read by itself, written as a CSV that it can: the line and raggedness of each row in front. */
import { once } from 'node:events';
import fs from 'node:fs';
import { finished } from 'node:stream/promises';
import { readBatches } from '../read';
import type { SourceFile, SourceSheet } from '../read/source';

export interface Spool {
  path: string;
  rows: number;
  /** A quoted newline: such a file must be read by one thread. */
  multiline: boolean;
}

/** Writes the data rows of a sheet: line, ragged (1 or 0), then one field per header. */
export async function spoolRows(source: SourceFile, sheet: SourceSheet, path: string): Promise<Spool> {
  const out = fs.createWriteStream(path, { highWaterMark: 1 << 20 });
  let rows = 0;
  let multiline = false;
  for await (const batch of readBatches(source, sheet)) {
    let text = '';
    for (const row of batch) {
      rows += 1;
      text += `${row.line},${row.ragged ? 1 : 0}`;
      for (const cell of row.cells) {
        if (cell === null) text += ',';
        else {
          if (!multiline && /[\r\n]/.test(cell)) multiline = true;
          text += `,"${cell.includes('"') ? cell.replaceAll('"', '""') : cell}"`;
        }
      }
      text += '\n';
    }
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  return { path, rows, multiline };
}
