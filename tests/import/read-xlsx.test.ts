import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSource, SourceError } from '@/lib/import/read';
import { numberStyle, numberText, serialText } from '@/lib/import/read/serial';
import { cells, opened, rows, workbook, write } from './files';

const day = { is: 'date', pad: 0 } as const;
const time = { is: 'time', pad: 0 } as const;

describe("Excel's numbers", () => {
  it.each([
    [1, false, '1900-01-01'],
    [59, false, '1900-02-28'],
    [61, false, '1900-03-01'],
    [11_111, false, '1930-06-02'],
    [46_086, false, '2026-03-05'],
    [1, true, '1904-01-02'],
    [11_111, true, '1934-06-03'],
    [46_086.395_833_333_3, false, '2026-03-05 09:30:00'],
    [46_085.999_999_9, false, '2026-03-05'],
    [2_958_465, false, '9999-12-31'],
  ])('serial %d with epoch 1904 %s is %s', (serial, epoch, text) => {
    expect(serialText(serial, day, epoch)).toBe(text);
  });

  it('days that never were are no dates', () => {
    expect(serialText(60, day, false)).toBe('1900-02-29');
    expect(serialText(0, day, false)).toBe('1900-01-00');
    expect(serialText(-1, day, false)).toBeNull();
    expect(serialText(2_958_466, day, false)).toBeNull();
  });

  it('a time without a day is a time', () => {
    expect(serialText(0.395_833_333_3, time, false)).toBe('09:30:00');
  });

  it.each([
    ['0.30000000000000004', '0.3'],
    ['1.1000000000000001', '1.1'],
    ['123456789012345678', '123456789012345678'],
    ['1.23456789E+22', '12345678900000000000000'],
    ['1E-7', '0.0000001'],
    ['-5.50', '-5.5'],
    ['abc', 'abc'],
  ])('%s reads %s', (stored, text) => {
    expect(numberText(stored, 0)).toBe(text);
  });

  it('a format of zeros keeps the zeros of a code', () => {
    expect(numberText('8123', numberStyle(164, '00000').pad)).toBe('08123');
  });

  it.each([
    [14, undefined, 'date'],
    [31, undefined, 'date'],
    [58, undefined, 'date'],
    [20, undefined, 'time'],
    [4, undefined, 'number'],
    [164, 'yyyy"年"m"月"d"日"', 'date'],
    [164, '[$-804]yyyy/m/d h:mm;@', 'date'],
    [164, '#,##0.00"元"', 'number'],
    [164, '[h]:mm', 'number'],
    [164, 'h:mm', 'time'],
    [164, 'General', 'number'],
    [164, '0.00_);[Red]-0.00', 'number'],
  ])('format %d %s is a %s', (id, format, is) => {
    expect(numberStyle(id, format).is).toBe(is);
  });
});

describe('workbooks', () => {
  it('a merged title, a blank row and a total row leave the table', async () => {
    const file = await workbook((book) => {
      const s = book.addWorksheet('台账');
      s.addRow(['2026年客户台账']);
      s.mergeCells('A1:C1');
      s.addRow([]);
      s.addRow(['流水号', '日期', '金额']);
      s.addRow(['L1', new Date(Date.UTC(2026, 2, 5)), 0.1 + 0.2]);
      s.addRow(['L2', new Date(Date.UTC(2026, 2, 5, 9, 30)), 12]);
      s.addRow(['合计', null, 12.3]);
      s.getColumn(2).numFmt = 'yyyy-mm-dd hh:mm';
    });
    const source = await opened(file);
    expect(source.format).toBe('xlsx');
    expect(source.sheets[0]).toMatchObject({
      sheet: '台账',
      headerLine: 3,
      header: ['流水号', '日期', '金额'],
    });
    expect(await rows(source)).toEqual([
      { line: 4, cells: ['L1', '2026-03-05', '0.3'] },
      { line: 5, cells: ['L2', '2026-03-05 09:30:00', '12'] },
    ]);
    expect(source.sheets[0]?.skipped.map((s) => `${s.line} ${s.why}`)).toEqual([
      '1 title',
      '2 blank',
      '6 total',
    ]);
  });

  it("the epoch of 1904 is the workbook's", async () => {
    const file = await workbook((book) => {
      book.properties.date1904 = true;
      const s = book.addWorksheet('a');
      s.addRow(['日期', '金额']);
      s.addRow([11_111, 5]);
      s.getCell('A2').numFmt = 'yyyy-mm-dd';
    });
    const source = await opened(file);
    expect(source.epoch1904).toBe(true);
    expect(await cells(source)).toEqual([['1934-06-03', '5']]);
  });

  it('errors and uncalculated formulas are empty and said; formulas give their value; booleans are words', async () => {
    const file = await workbook((book) => {
      const s = book.addWorksheet('a');
      s.addRow(['甲', '乙', '丙', '丁', '戊']);
      s.addRow([{ error: '#DIV/0!' }, { formula: 'A1', result: 7 }, true, { formula: 'A1' }, 'x']);
    });
    const source = await opened(file);
    expect(await cells(source)).toEqual([[null, '7', 'TRUE', null, 'x']]);
    expect(source.warnings.map((w) => `${w.code} ${w.line}`)).toEqual([
      'error_cell 2',
      'formula_without_value 2',
    ]);
    expect(source.warnings[0]?.zh).toContain('A2');
  });

  it('a second reading gives the same rows', async () => {
    const file = await workbook((book) => {
      const s = book.addWorksheet('a');
      s.addRow(['产品', '金额']);
      for (let i = 0; i < 3_000; i++) s.addRow([`产品${i}`, i]);
    });
    const source = await opened(file);
    const first = await rows(source);
    expect(first).toHaveLength(3_000);
    expect(first.at(-1)).toEqual({ line: 3_001, cells: ['产品2999', '2999'] });
    expect(await rows(source)).toEqual(first);
  });

  it('each visible sheet is a table; hidden and empty ones are said, not read', async () => {
    const file = await workbook((book) => {
      book.addWorksheet('一').addRows([
        ['产品', '金额'],
        ['轮椅', 5],
      ]);
      book.addWorksheet('二').addRows([
        ['姓名', '岗位'],
        ['张三', '组长'],
      ]);
      book.addWorksheet('三');
      book.addWorksheet('四', { state: 'hidden' }).addRows([
        ['产品', '金额'],
        ['假肢', 6],
      ]);
    });
    const source = await opened(file);
    expect(source.sheets.map((s) => s.sheet)).toEqual(['一', '二']);
    expect(source.warnings.map((w) => `${w.code} ${w.sheet}`)).toEqual(['empty_sheet 三', 'hidden_sheet 四']);
    expect(await cells(source, 1)).toEqual([['张三', '组长']]);
  });

  it('more cells than the limit refuses, as many are read', async () => {
    const file = await workbook((book) => {
      book.addWorksheet('a').addRows([
        ['产品', '金额'],
        ['轮椅', 5],
      ]);
    });
    await expect(openSource(file, { maxBytes: 1e9, maxCells: 3 })).rejects.toMatchObject({
      code: 'too_many_cells',
    });
    expect((await openSource(file, { maxBytes: 1e9, maxCells: 4 })).sheets).toHaveLength(1);
  });

  it('a workbook cut short is refused', async () => {
    const file = await workbook((book) => {
      book.addWorksheet('a').addRows([
        ['产品', '金额'],
        ['轮椅', 5],
      ]);
    });
    const bytes = readFileSync(file);
    for (const share of [0.3, 0.6, 0.95]) {
      const cut = write(bytes.subarray(0, Math.floor(bytes.length * share)), 'cut.xlsx');
      await expect(opened(cut)).rejects.toBeInstanceOf(SourceError);
      await expect(opened(cut)).rejects.toMatchObject({ code: 'broken_xlsx' });
    }
  });

  it('a workbook with a flipped byte in a sheet is refused, not read otherwise', async () => {
    const file = await workbook((book) => {
      book
        .addWorksheet('a')
        .addRows([['产品', '金额'], ...Array.from({ length: 500 }, (_, i) => [`p${i}`, i])]);
    });
    const bytes = readFileSync(file);
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 600;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    const broken = opened(write(bytes, 'flipped.xlsx')).then((s) => rows(s));
    await expect(broken).rejects.toMatchObject({ code: 'broken_xlsx' });
  });
});
