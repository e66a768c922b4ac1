/** The data rows of an opened sheet, streamed; what is no data is reported on the sheet. */
import { type CsvShape, csvRecords } from './csv';
import { Judge, layRow } from './judge';
import type { SheetPart } from './sheets';
import type { SkippedLine, SourceFile, SourceRow, SourceSheet } from './source';
import { type RawRow, skippedLine } from './table';

type RowSource = {
  /** Rows above the data: titles, blanks, the header, a unit row. */
  consumed: number;
  aboveData: SkippedLine[];
} & ({ kind: 'csv'; shape: CsvShape } | { kind: 'xlsx'; part: SheetPart });

/** Where the rows of an opened sheet come from; kept beside the sheet so that the sheet stays plain data. */
export const rowsOf = new WeakMap<SourceSheet, RowSource>();

const sampleSize = 200;
/** A sheet may end in a hundred thousand blank rows; beyond these they are skipped without a word. */
const mostReported = 1_000;

/** Fills the sample of a sheet that is being opened, and reports the lines among it that are no data. */
export function sampleRows(sheet: SourceSheet, rows: readonly RawRow[], csv: boolean): void {
  const judge = new Judge(sheet.header, sheet.headerLine > 0, rows);
  for (const row of rows) {
    if (sheet.sample.length >= sampleSize || !takeRow(sheet, judge, row, csv, sheet.sample)) return;
  }
}

/** False when another table begins. */
function takeRow(sheet: SourceSheet, judge: Judge, row: RawRow, csv: boolean, into: SourceRow[]): boolean {
  const verdict = judge.judge(row);
  if (verdict === 'data') into.push(layRow(row, sheet.header, csv));
  else if (verdict === 'second_header') {
    sheet.stopped = { line: row.line, why: 'second_header', header: row.cells.map((c) => c ?? '') };
    return false;
  } else if (verdict !== 'blank' || sheet.skipped.length < mostReported)
    sheet.skipped.push(skippedLine(row, verdict));
  return true;
}

/**
 * Reads the data rows of a sheet in batches, in file order, with bounded memory. `sheet.skipped` and
 * `sheet.stopped` are reset first and complete at the end.
 * @throws SourceError when the file turns out to be broken further down
 */
export async function* readBatches(source: SourceFile, sheet: SourceSheet): AsyncGenerator<SourceRow[]> {
  const from = rowsOf.get(sheet);
  if (!from) throw new Error(`The sheet "${sheet.sheet ?? source.file}" was not opened by openSource.`);
  const csv = from.kind === 'csv';
  const judge = new Judge(sheet.header, sheet.headerLine > 0, sheet.sample);
  const batches: AsyncIterable<RawRow[]> =
    from.kind === 'csv'
      ? csvRecords(from.shape)
      : (await import('./sheets')).sheetRows(from.part, source.warnings);
  sheet.skipped = from.aboveData.slice();
  sheet.stopped = null;
  let above = from.consumed;
  for await (const batch of batches) {
    const rows: SourceRow[] = [];
    for (const row of batch) {
      if (above > 0) above--;
      else if (!takeRow(sheet, judge, row, csv, rows)) {
        if (rows.length > 0) yield rows;
        return;
      }
    }
    if (rows.length > 0) yield rows;
  }
}

/** As `readBatches`, one by one. */
export async function* readRows(source: SourceFile, sheet: SourceSheet): AsyncGenerator<SourceRow> {
  for await (const batch of readBatches(source, sheet)) yield* batch;
}
