/**
 * Files of other people's parser suites. Each is read rightly or refused with its code: no crash, no silent
 * loss, no mojibake.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource, readRows, type SourceFile, type SourceRow, type SourceSheet } from '@/lib/import/read';

const folder = '../shared/data/torture';

interface Read {
  source: SourceFile;
  sheet: SourceSheet;
  rows: SourceRow[];
  cells: (string | null)[][];
}

async function read(file: string, at = 0): Promise<Read> {
  const source = await openSource(path.join(folder, file), { maxBytes: 1e8 });
  const sheet = source.sheets[at];
  if (!sheet) throw new Error(`${file} has no sheet ${at}.`);
  const rows: SourceRow[] = [];
  for await (const row of readRows(source, sheet)) rows.push(row);
  return { source, sheet, rows, cells: rows.map((r) => r.cells) };
}

const sum = (r: Read, column: string) => {
  const i = r.sheet.header.indexOf(column);
  const cents = r.cells.map((c) => Math.round(Number((c[i] ?? '0').replace(/[$£,]/g, '')) * 100));
  return cents.reduce((a, b) => a + b, 0) / 100;
};

/** The reference of the Pollock files: 83 rows whose quantities and prices are known. */
function pollock(r: Read): void {
  expect(r.sheet.header).toHaveLength(9);
  expect(r.rows).toHaveLength(83);
  expect(sum(r, 'Qty')).toBe(452);
  expect(sum(r, 'Price')).toBe(3970.63);
  expect(r.rows.some((row) => row.ragged)).toBe(false);
}

function spectrum(name: string) {
  return (r: Read) => {
    const text = readFileSync(`${folder}/csv-spectrum/${name}.expected.json`, 'utf8');
    // The bytes of newlines_crlf.csv have LF alone; its expectation was written for the CRLF it once had.
    const expected: unknown = JSON.parse(text.replaceAll('\\r\\n', '\\n'));
    const objects = r.cells.map((c) => Object.fromEntries(r.sheet.header.map((h, i) => [h, c[i] ?? ''])));
    expect(objects).toEqual(expected);
  };
}

const skipped = (r: Read) => r.sheet.skipped.map((s) => `${s.line} ${s.why}`);

const readRightly: Record<string, (r: Read) => void> = {
  'csv-spectrum/comma_in_quotes.csv': spectrum('comma_in_quotes'),
  'csv-spectrum/escaped_quotes.csv': spectrum('escaped_quotes'),
  'csv-spectrum/json.csv': spectrum('json'),
  'csv-spectrum/newlines_crlf.csv': spectrum('newlines_crlf'),
  'csv-spectrum/quotes_and_newlines.csv': spectrum('quotes_and_newlines'),
  'csv-spectrum/utf8.csv': spectrum('utf8'),
  'papaparse/utf-8-bom-sample.csv': (r) => {
    expect(r.sheet.header).toEqual(['A', 'B', 'C']);
    expect(r.cells).toEqual([['X', 'Y', 'Z']]);
  },
  'papaparse/long-sample.csv': (r) => {
    expect(r.sheet.headerLine).toBe(0);
    expect(r.rows).toHaveLength(8);
    expect(r.cells.every((c) => c.length === 7)).toBe(true);
    expect(r.cells[0]?.[0]).toBe('Grant');
  },
  'duckdb/auto__utf8bom.csv': (r) => {
    expect(r.sheet.header).toEqual(['id', 'name']);
    expect(r.cells).toEqual([
      ['1', 'Mark'],
      ['2', 'Hannes'],
    ]);
  },
  'duckdb/csv_quoted_newline_odd.csv': (r) => {
    expect(r.sheet.header).toEqual(['content']);
    expect(r.cells[0]?.[0]).toContain('🎁#Concours');
    expect(r.cells[0]?.[0]).toContain('\n\nPour jouer');
    expect(r.rows[1]).toEqual({ line: 11, cells: ['84'], extra: ['hello world'], ragged: true });
  },
  'duckdb/all_quotes.csv': (r) => {
    expect(r.sheet.header).toEqual(['upc', 'name', 'description', 'price']);
    expect(r.rows.map((x) => x.line)).toEqual([2, 4, 5, 6, 7]);
    expect(r.cells[0]?.[2]).toBe('This is the\nbest chocolate');
    expect(r.rows.map((x) => x.ragged ?? false)).toEqual([false, false, false, false, true]);
  },
  'duckdb/auto__multiple_skip_row.csv': (r) => {
    expect(r.sheet.headerLine).toBe(3);
    expect(r.sheet.header).toEqual(['number', 'text', 'date']);
    expect(skipped(r)).toEqual(['1 title', '2 title']);
    expect(r.cells).toEqual([['345.0', 'TEST4', '2000-12-13']]);
  },
  'duckdb/auto__duplicate_header_columns.csv': (r) => {
    expect(new Set(r.sheet.header).size).toBe(13);
    expect(r.cells[0]?.[12]).toBe('value1');
  },
  'duckdb/auto__semicolon_quote.csv': (r) => {
    expect(r.source.separator).toBe(';');
    expect(r.sheet.headerLine).toBe(0);
    expect(r.cells).toHaveLength(3);
    expect(r.cells[2]).toEqual(['567', 'TEST10', 'te;xt3']);
  },
  'duckdb/header_normalize.csv': (r) => {
    expect(r.source.separator).toBe(';');
    expect(r.sheet.header).toEqual(['bla', 'bla (2)', 'b  la', 'column 4', '3b']);
    expect(r.cells).toEqual([0, 1, 2].map(() => ['1', '2', '3', '4', '5']));
  },
  'duckdb/locations_header_trailing_comma.csv': (r) => {
    expect(r.sheet.header.slice(0, 4)).toEqual(['id', 'name', 'lat', 'lon']);
    expect(r.cells).toEqual([['1', 'name', '0', '0', null]]);
  },
  'duckdb/comma_decimal_null.csv': (r) => {
    expect(r.sheet.header).toHaveLength(28);
    expect(r.rows).toHaveLength(8);
    expect(r.cells[0]?.[8]).toBe('80000000,00');
  },
  'duckdb/decimal_separators__decimal_separators.csv': (r) => {
    expect(r.source.separator).toBe(';');
    expect(r.sheet.header).toEqual(['commas', 'periods']);
    expect(r.cells[2]).toEqual(['1,53e4', '1.53e4']);
  },
  'duckdb/auto__time_date_timestamp_yyyy.mm.dd.csv': (r) => {
    expect(r.cells.map((c) => c[3])).toEqual(['2000.01.01', '2002.02.02', '2004.12.13']);
    expect(r.sheet.header).toEqual(['a', 'b', 't', 'd', 'ts']);
  },
  'duckdb/encodings__utf16.csv': (r) => {
    expect(r.source.encoding).toBe('utf-16le');
    expect(r.rows).toHaveLength(20);
    expect(r.cells[0]).toEqual(['José Álvarez', '30']);
  },
  'duckdb/invalid_utf8.csv': (r) => {
    expect(r.source.encoding).toBe('utf-16le');
    expect([r.sheet.header, ...r.cells]).toEqual([['bla'], ['bla'], ['\ufffd']]);
  },
  'pollock/source.csv': pollock,
  'pollock/file_field_delimiter_0x3B.csv': (r) => {
    expect(r.source.separator).toBe(';');
    pollock(r);
  },
  'pollock/file_record_delimiter_0xD.csv': pollock,
  'pollock/file_preamble.csv': (r) => {
    expect(r.sheet.headerLine).toBe(3);
    expect(skipped(r)).toEqual(['1 title', '2 blank']);
    pollock(r);
  },
  'pollock/file_header_multirow_2.csv': (r) => {
    expect(skipped(r)).toEqual(['2 repeated_header']);
    pollock(r);
  },
  'pollock/file_no_header.csv': (r) => {
    expect(r.sheet.headerLine).toBe(0);
    expect(r.rows).toHaveLength(83);
    expect(r.cells[0]?.[0]).toBe('28/01/2018');
  },
  'pollock/file_multitable_more.csv': (r) => {
    pollock(r);
    expect(r.sheet.stopped).toMatchObject({ line: 85, why: 'second_header' });
    expect(r.sheet.stopped?.header).toHaveLength(10);
  },
  'pollock/business_expenses_apr_jun_14_peter_lewis.csv': (r) => {
    expect(r.sheet.headerLine).toBe(4);
    expect(r.sheet.header).toContain('Travel Rail');
    expect(r.rows).toHaveLength(8);
    expect(sum(r, 'Total Cost')).toBe(270.1);
    expect(skipped(r)).toContain('14 total');
  },
  'sheetjs/1904__1904.xlsx': (r) => {
    expect(r.source.epoch1904).toBe(true);
    expect(r.cells.map((c) => c[1])).toEqual([
      '1904-01-02',
      '1904-01-12',
      '1904-04-21',
      '1907-01-16',
      '1934-06-03',
    ]);
  },
  'sheetjs/1904__1900.xlsx': (r) => {
    expect(r.source.epoch1904).toBe(false);
    expect(r.cells.map((c) => c[1])).toEqual([
      '1900-01-01',
      '1900-01-11',
      '1900-04-20',
      '1903-01-15',
      '1930-06-02',
    ]);
  },
  'sheetjs/merge_cells.xlsx': (r) => {
    expect(r.sheet.header).toEqual(['A1:B2', 'column 2', 'C1:C2', 'Separate blocks']);
    expect(r.cells).toEqual([
      ['A3:B3', null, 'C3', null],
      ['… are merged separately', null, null, null],
    ]);
  },
  'sheetjs/xlsx-stream-d-date-cell.xlsx': (r) => {
    const date = r.rows.find((x) => x.line === 5);
    expect(date?.cells.slice(0, 2)).toEqual(['Date', '2014-02-14 08:27:48']);
    expect(r.sheet.header).toEqual(['String', 'てすと', '&\'";<>', '&amp;']);
  },
  'sheetjs/DataTypesFormats.xlsx': (r) => {
    expect(r.cells.map((c) => c[1])).toEqual([
      '2020-07-23',
      '2020-07-23 09:00:00',
      '123',
      '0.9876',
      '456',
      '7890',
    ]);
  },
  'sheetjs/ErrorTypes.xlsx': (r) => {
    expect(r.cells.slice(0, 7).every((c) => c[0] === null)).toBe(true);
    expect(r.cells.flat().filter((c) => /^#(NULL!|DIV\/0!|VALUE!|REF!|NUM!|N\/A)$/.test(c ?? ''))).toEqual(
      [],
    );
    expect(r.source.warnings.filter((w) => w.code === 'error_cell').length).toBeGreaterThanOrEqual(14);
  },
  'sheetjs/phonetic_text.xlsx': (r) => {
    expect([r.sheet.header, ...r.cells]).toEqual([['漢字'], ['漢字withColor']]);
  },
  'sheetjs/sheet_visibility_strict.xlsx': (r) => {
    expect(r.sheet.sheet).toBe('Visible');
    expect(r.cells).toEqual([['118', '105', '115', '105', '98', '108', '101']]);
    expect(r.source.warnings.map((w) => w.code)).toEqual(['hidden_sheet', 'hidden_sheet']);
  },
  'sheetjs/text_and_numbers.xlsx': (r) => {
    expect(r.rows.map((x) => x.line)).toEqual([2, 4]);
    expect(r.cells).toEqual([
      ['Hebrew', 'שלום', 'עולם'],
      ['1337', '13.37', '1337'],
    ]);
    expect(r.source.warnings.map((w) => w.code)).toEqual(['empty_sheet', 'empty_sheet']);
  },
  'exceljs/1519293514-KRISHNAPATNAM_LINE_UP.xlsx': (r) => {
    expect(r.sheet.headerLine).toBe(5);
    expect(r.sheet.header[1]).toBe('VESSELS NAME:');
    expect(r.sheet.stopped).toMatchObject({ line: 20, why: 'second_header' });
    expect(r.rows).toHaveLength(13);
  },
  'exceljs/dateIssue.xlsx': (r) => {
    expect(r.cells).toEqual([['2020-11-20']]);
  },
  'exceljs/shared_string_with_escape.xlsx': (r) => {
    expect(r.sheet.header).toEqual(['_x000D_']);
  },
  'exceljs/gold.xlsx': (r) => {
    expect(r.cells).toEqual([
      ['Number', '3.14'],
      ['Integer', '5'],
      ['Date', '2016-05-17'],
      ['Formula', 'I am Text'],
      ['Hyperlink', 'exceljs'],
    ]);
  },
};

const refused: Record<string, { code: string; says: string }> = {
  'duckdb/encodings__latin1.csv': { code: 'encoding', says: 'Latin-1' },
  'duckdb/encodings__shift_jis.csv': { code: 'encoding', says: 'Shift-JIS' },
  'exceljs/invalid-xml.xlsx': { code: 'broken_xlsx', says: '已损坏' },
  // Everything that is filled in stands on hidden sheets.
  'exceljs/test-issue-877.xlsx': { code: 'no_rows', says: '可见的工作表' },
};

describe.skipIf(!existsSync(folder))('torture files (skipped where ../shared is missing)', () => {
  it('every file of the suites is judged here', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((f) =>
      /\.(csv|xlsx)$/.test(f),
    );
    expect([...Object.keys(readRightly), ...Object.keys(refused)].sort()).toEqual(files.sort());
  });

  it.each(Object.keys(readRightly))('%s is read rightly', async (file) => {
    readRightly[file]?.(await read(file));
  });

  it.each(Object.entries(refused))('%s is refused in a sentence', async (file, { code, says }) => {
    const refusal = await read(file).catch((e: unknown) => e);
    expect(refusal).toMatchObject({ name: 'SourceError', code });
    expect((refusal as { zh: string }).zh).toContain(says);
  });
});
