/** Streams the rows of one sheet of a workbook, with bounded memory. */
import * as errors from './errors';
import type { WorkbookInfo } from './ooxml';
import { SheetParser } from './sheet';
import type { SourceWarning } from './source';
import type { RawRow } from './table';
import { openArchive } from './zip';

/** All that is needed to read a sheet again later. */
export interface SheetPart {
  path: string;
  file: string;
  name: string;
  part: string;
  book: WorkbookInfo;
  maxCells: number;
}

/** A broken sheet can have an error in every cell; people read the first ones. */
const mostWarnings = 200;

/**
 * Rows in batches, one per chunk of XML; a gap between rows comes as one blank row. Warnings of the cells read
 * are added to `warnings`, at most 200.
 * @throws SourceError `broken_xlsx`, `too_many_cells`
 */
export async function* sheetRows(sheet: SheetPart, warnings: SourceWarning[]): AsyncGenerator<RawRow[]> {
  const archive = await openArchive(sheet.path, sheet.file);
  try {
    const parser = new SheetParser(sheet.book, sheet.name);
    const decoder = new TextDecoder('utf-8');
    const take = (): RawRow[] => {
      for (const w of parser.warnings.splice(0)) if (warnings.length < mostWarnings) warnings.push(w);
      if (parser.cellCount > sheet.maxCells) throw errors.tooManyCells(sheet.file, sheet.maxCells);
      return parser.rows.splice(0);
    };
    const stream = await archive.stream(sheet.part);
    try {
      for await (const chunk of stream) {
        parser.write(decoder.decode(chunk as Buffer, { stream: true }));
        const rows = take();
        if (rows.length > 0) yield rows;
      }
      parser.write(decoder.decode());
      parser.end();
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'SourceError') throw cause;
      throw errors.brokenXlsx(sheet.file, cause);
    } finally {
      stream.destroy();
    }
    const rows = take();
    if (rows.length > 0) yield rows;
  } finally {
    archive.close();
  }
}
