import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SourceError } from '@/lib/import/read';
import { cells, gb18030, open, opened, rows, write } from './files';

const refusal = async (work: Promise<unknown>): Promise<SourceError> => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof SourceError)) throw new Error(`Nothing was refused: ${String(error)}`);
  return error;
};

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('encodings', () => {
  const text = '客户编号,客户名称\r\nC1,上海康复医院\r\n';
  const row = [['C1', '上海康复医院']];

  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8-bom', Buffer.from(`\ufeff${text}`)],
    ['gb18030', gb18030(text)],
    ['utf-16le', utf16(text, false)],
    ['utf-16be', utf16(text, true)],
  ] as const)('%s is found from the bytes and the first header bears no BOM', async (encoding, bytes) => {
    const source = await open(bytes);
    expect(source.encoding).toBe(encoding);
    expect(source.sheets[0]?.header).toEqual(['客户编号', '客户名称']);
    expect(await cells(source)).toEqual(row);
  });

  it('traditional characters in GBK are Chinese, not another encoding', async () => {
    const source = await open(gb18030('客戶編號,業務員,金額\nC1,陳國華,12\n'));
    expect(source.encoding).toBe('gb18030');
    expect(await cells(source)).toEqual([['C1', '陳國華', '12']]);
  });

  it('a UTF-8 character that two chunks share is not taken for broken', async () => {
    const head = `a,b\n${'x'.repeat(2 ** 20 - 5)},`;
    const source = await open(`${head}客户\n`);
    expect(source.encoding).toBe('utf-8');
  });

  it('Latin-1 is refused by name, not read as wrong Chinese', async () => {
    const e = await refusal(open(Buffer.from('name,city\nJosé Álvarez,Málaga\nMüller,Köln\n', 'latin1')));
    expect(e.code).toBe('encoding');
    expect(e.zh).toContain('Latin-1');
    expect(e.zh).toContain('UTF-8');
  });

  it('Korean in EUC-KR is refused though it decodes as GB 18030', async () => {
    // Hangul syllables from AC00 on, in the two-byte plane B0A1–C8FE.
    const bytes: number[] = [...Buffer.from('a,b\n')];
    for (let i = 0; i < 60; i++)
      bytes.push(0xb0 + (i % 20), 0xa1 + i, ...(i % 6 === 5 ? [0x2c, 0x31, 0x0a] : []));
    const e = await refusal(open(new Uint8Array(bytes)));
    expect(e.code).toBe('encoding');
    expect(e.en).toContain('EUC-KR');
  });

  it.each([
    ['UTF-8', Buffer.from(`客户编号,客户名称\n${'C1,上海康复医院\n'.repeat(9)}`)],
    ['GB18030', Buffer.from(gb18030(`客户编号,客户名称\n${'C1,上海康复医院\n'.repeat(9)}`))],
  ])('one broken byte in %s is said with its line', async (encoding, bytes) => {
    bytes[bytes.indexOf(10, bytes.indexOf(10) + 1) - 1] = 0xff;
    const e = await refusal(open(bytes));
    expect(e.code).toBe('encoding');
    expect(e.zh).toContain(`${encoding}，但第 2 行`);
  });

  it('UTF-16 without a BOM is refused', async () => {
    const e = await refusal(open(Buffer.from('name,age\nA,1\n', 'utf16le')));
    expect(e.en).toContain('UTF-16');
  });
});

describe('separators', () => {
  it.each([',', ';', '\t', '|'] as const)('%j is found', async (s) => {
    const source = await open(['日期', '金额', '产品'].join(s).concat(`\n2026-03-05${s}12${s}轮椅\n`));
    expect(source.separator).toBe(s);
    expect(await cells(source)).toEqual([['2026-03-05', '12', '轮椅']]);
  });

  it('a decimal comma does not make a comma of a semicolon', async () => {
    expect((await open('产品;金额\nA;1,5\nB;2,5\n')).separator).toBe(';');
  });

  it('separators within quotes do not count', async () => {
    const source = await open('产品,备注\nA,"x;y;z;w"\nB,"x;y;z;w"\n');
    expect(source.separator).toBe(',');
  });
});

describe('records and lines', () => {
  it('lines are counted physically, with CRLF within quotes, and after it', async () => {
    const source = await open('a,b\r\n1,"x\r\ny\r\nz"\r\n\r\n2,w\r\n');
    expect(await rows(source)).toEqual([
      { line: 2, cells: ['1', 'x\r\ny\r\nz'] },
      { line: 6, cells: ['2', 'w'] },
    ]);
    expect(source.sheets[0]?.skipped).toEqual([{ line: 5, why: 'blank', text: '' }]);
  });

  it('bare CR ends lines when there is no LF', async () => {
    expect(await rows(await open('a,b\r1,2\r3,4\r'))).toEqual([
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
    ]);
  });

  it('a record with too few or too many fields is ragged, and nothing shifts', async () => {
    const all = await rows(await open('a,b,c\n1,2\n1,2,3,4,5\n7,8,9\n'));
    expect(all).toEqual([
      { line: 2, cells: ['1', '2', null], ragged: true },
      { line: 3, cells: ['1', '2', '3'], extra: ['4', '5'], ragged: true },
      { line: 4, cells: ['7', '8', '9'] },
    ]);
  });

  it('a quote that is never closed is refused with its line', async () => {
    const source = await open(`a,b\n1,2\n3,"4\n${'5,6\n'.repeat(400)}`).catch((e: unknown) => e);
    expect(source).toBeInstanceOf(SourceError);
    expect((source as SourceError).code).toBe('unclosed_quote');
    expect((source as SourceError).zh).toContain('第 3 行');
  });

  it('a quote that swallows rows until the next quote is refused too', async () => {
    const e = await refusal(open('a,b,c\n1,"2,3\n4,5,6\n7,8,9\n1,2,3\n7,8",9\n'));
    expect(e.code).toBe('unclosed_quote');
  });

  it('a note of several lines with commas is no unclosed quote', async () => {
    const note = 'one, two\nthree, four, five\nsix, seven\nend';
    expect(await cells(await open(`a,b,c\n1,2,3\n4,"${note}",6\n`))).toEqual([
      ['1', '2', '3'],
      ['4', note, '6'],
    ]);
  });

  it('="00123" is the text 00123', async () => {
    const source = await open('客户编号,客户名称\n="00123",="甲"\n');
    expect(await cells(source)).toEqual([['00123', '甲']]);
    expect(source.regular).toBeNull();
  });

  it('whatever the cells hold, they come back as they were, on their line', async () => {
    const cell = fc.stringMatching(/^[a-z客户,;"\n |]{0,12}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async (table) => {
        const quote = (s: string) => `"${s.replaceAll('"', '""')}"`;
        const lines = table.map(([a, b], i) => [`k${i}!`, a, b].map(quote).join(','));
        const source = await open(`名称,说明,备注\n${lines.join('\n')}\n`);
        let line = 2;
        const expected = table.map(([a, b], i) => {
          const row = { line, cells: [`k${i}!`, a || null, b || null] };
          line += 1 + `${a}${b}`.split('\n').length - 1;
          return row;
        });
        expect(await rows(source)).toEqual(expected);
      }),
      { numRuns: 150, seed: 20_260_101 },
    );
  });

  it('headers are trimmed, made unique, and never empty', async () => {
    const source = await open('金额 ,金额,,备注\n1,2,3,x\n');
    expect(source.sheets[0]?.header).toEqual(['金额', '金额 (2)', 'column 3', '备注']);
  });
});

describe('where the table is', () => {
  const sheet = async (text: string) => {
    const source = await open(text);
    const data = await cells(source);
    const s = source.sheets[0];
    return {
      line: s?.headerLine,
      header: s?.header,
      skipped: s?.skipped.map((k) => `${k.line} ${k.why}`),
      data,
    };
  };

  it('title rows and blank rows above the header are skipped and said', async () => {
    expect(await sheet('2026年客户台账,,\n,,\n流水号,客户编号,金额\nL1,C1,5\n')).toEqual({
      line: 3,
      header: ['流水号', '客户编号', '金额'],
      skipped: ['1 title', '2 blank'],
      data: [['L1', 'C1', '5']],
    });
  });

  it('a total row at the foot is no data', async () => {
    const { skipped, data } = await sheet('客户编号,产品,金额\nC1,轮椅,5\nC2,轮椅,6\n合计,,11\n');
    expect(data).toHaveLength(2);
    expect(skipped).toEqual(['4 total']);
  });

  it.each(['小计', '总 计', '合计：', 'Total', 'Grand Total', '共计(2)'])('%s is a total', async (word) => {
    expect((await sheet(`客户编号,产品,金额\nC1,轮椅,5\n${word},,5\n`)).skipped).toEqual(['3 total']);
  });

  it.each(['Total,轮椅,5', '合计达公司,,5', 'C2,合计,5', 'Total Care Ltd,,2026-01-05'])(
    '"%s" is data',
    async (line) => {
      const { skipped, data } = await sheet(`客户,产品,金额\nC1,轮椅,5\n${line}\n`);
      expect(skipped).toEqual([]);
      expect(data).toHaveLength(2);
    },
  );

  it('a Chinese total needs no empty cell beside it, an English one does', async () => {
    expect((await sheet('产品,金额\n轮椅,5\n合计,5\n')).skipped).toEqual(['3 total']);
    expect((await sheet('产品,金额\n轮椅,5\nTotal,5\n')).skipped).toEqual([]);
  });

  it('a header that comes again is no data', async () => {
    const { skipped, data } = await sheet('客户编号,金额\nC1,5\n客户编号,金额\nC2,6\n');
    expect(data).toEqual([
      ['C1', '5'],
      ['C2', '6'],
    ]);
    expect(skipped).toEqual(['3 repeated_header']);
  });

  it('a unit row below the header goes into it', async () => {
    const { header, skipped, data } = await sheet('产品,金额,数量\n,万元,件\n轮椅,5,2\n');
    expect(header).toEqual(['产品', '金额(万元)', '数量(件)']);
    expect(skipped).toEqual(['2 unit_row']);
    expect(data).toEqual([['轮椅', '5', '2']]);
  });

  it('two header rows become one', async () => {
    const { header, line, data } = await sheet(
      '业务员,一季度,,备注\n,计划额,完成额,\n张三,5,6,好\n李四,7,8,\n',
    );
    expect(line).toBe(2);
    expect(header).toEqual(['业务员', '一季度 计划额', '一季度 完成额', '备注']);
    expect(data).toHaveLength(2);
  });

  it('without a header row the first row stays data and headerLine is 0', async () => {
    expect(await sheet('2026-03-05,C1,5\n2026-03-06,C2,6\n')).toEqual({
      line: 0,
      header: ['column 1', 'column 2', 'column 3'],
      skipped: [],
      data: [
        ['2026-03-05', 'C1', '5'],
        ['2026-03-06', 'C2', '6'],
      ],
    });
  });

  it('a second table below is not merged: reading stops there and says so', async () => {
    const source = await open(
      '客户编号,金额,日期\nC1,5,2026-01-02\nC2,6,2026-01-03\n\n人员编号,姓名,岗位\nT1,张三,组长\n',
    );
    expect(await cells(source)).toHaveLength(2);
    expect(source.sheets[0]?.stopped).toEqual({
      line: 5,
      why: 'second_header',
      header: ['人员编号', '姓名', '岗位'],
    });
  });

  it('months in the header are no values', async () => {
    const { line, header } = await sheet('2026年计划,,\n业务员,202601,202602\n张三,5,6\n');
    expect(line).toBe(2);
    expect(header).toEqual(['业务员', '202601', '202602']);
  });

  it('a file of one column is a table', async () => {
    expect(await sheet('产品\n轮椅\n假肢\n')).toMatchObject({
      line: 1,
      header: ['产品'],
      data: [['轮椅'], ['假肢']],
    });
  });

  it('a header without rows is a table without rows', async () => {
    expect(await sheet('客户编号,客户名称\n')).toMatchObject({ line: 1, data: [] });
  });
});

describe('what DuckDB may read by itself', () => {
  const regular = async (text: string | Uint8Array) => (await open(text)).regular;

  it('UTF-8, one line a record, as many fields as the header', async () => {
    expect(await regular('a,b\n1,2\n3,"4,5"\n')).toEqual({ lines: 3, quoted: true, exclude: [] });
    expect(await regular('\ufeffa,b\r\n1,2\r\n')).toEqual({ lines: 2, quoted: false, exclude: [] });
    expect(await regular('a,b\n1,2')).toEqual({ lines: 2, quoted: false, exclude: [] });
  });

  it('leaves out totals, repeated headers and rows of separators by their line', async () => {
    expect(await regular('产品,型号,金额\n轮椅,A,5\n,,\n产品,型号,金额\n假肢,B,6\n合计,,11\n')).toEqual({
      lines: 6,
      quoted: false,
      exclude: [3, 4, 6],
    });
  });

  it('leaves out a unit row', async () => {
    expect(await regular('产品,金额\n,万元\n轮椅,5\n')).toEqual({ lines: 3, quoted: false, exclude: [2] });
  });

  it.each([
    ['a newline within quotes', 'a,b\n1,"x\ny"\n'],
    ['a ragged row', 'a,b\n1,2,3\n'],
    ['a blank line between records', 'a,b\n1,2\n\n3,4\n'],
    ['a quote within an unquoted field', 'a,b\n1,2"3\n'],
    ['text behind a closing quote', 'a,b\n1,"2"3\n'],
    ['bare CR', 'a,b\r1,2\r'],
    ['no header', '1,2\n3,4\n'],
  ])('not with %s', async (_, text) => {
    expect(await regular(text)).toBeNull();
  });

  it('not GB 18030', async () => {
    expect(await regular(gb18030('产品,金额\n轮椅,5\n'))).toBeNull();
  });

  it('agrees with the rows that are read', async () => {
    const lines = Array.from({ length: 3_000 }, (_, i) =>
      i % 500 === 499 ? '合计,,9' : `产品${i},"型,号",${i}`,
    );
    const source = await open(`产品,型号,金额\n${lines.join('\n')}\n`);
    const { regular: r } = source;
    const read = await rows(source);
    expect(r?.exclude).toEqual([501, 1001, 1501, 2001, 2501, 3001]);
    expect(read.map((x) => x.line)).toEqual(
      Array.from({ length: 3_000 }, (_, i) => i + 2).filter((l) => !r?.exclude.includes(l)),
    );
  });
});

describe('what is no table', () => {
  it.each([
    ['empty', new Uint8Array()],
    ['empty', Buffer.from('\n\n  \n')],
    ['not_a_table', Buffer.from('%PDF-1.7 ...')],
    ['not_a_table', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])],
    ['not_a_table', Buffer.from('<html><table><tr><td>1</td></tr></table></html>')],
    ['not_a_table', Buffer.from('{\\rtf1 text}')],
    ['broken_xlsx', Buffer.from('PK\u0003\u0004 not a zip after all')],
  ] as const)('%s', async (code, bytes) => {
    const e = await refusal(open(bytes));
    expect(e.code).toBe(code);
    expect(e.zh).toMatch(/请/);
    expect(e.en).toMatch(/import/i);
  });

  it('an OLE2 file is an old workbook, or an encrypted one', async () => {
    const ole = Buffer.alloc(2_048);
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    ole.writeUInt32LE(1, 48);
    expect((await refusal(open(ole))).code).toBe('old_xls');
    ole.write('EncryptedPackage', 1_024, 'utf16le');
    expect((await refusal(open(ole))).code).toBe('encrypted');
  });

  it('a file of exactly the limit is read, one byte more is not', async () => {
    const { openSource } = await import('@/lib/import/read');
    const file = write('a,b\n1,2\n');
    expect((await openSource(file, { maxBytes: 8 })).sheets).toHaveLength(1);
    const e = await refusal(openSource(file, { maxBytes: 7, name: '台账.csv' }));
    expect(e.code).toBe('too_large');
    expect(e.file).toBe('台账.csv');
  });

  it('a sheet that openSource did not open cannot be read', async () => {
    const source = await opened(write('a,b\n1,2\n'));
    await expect(rows(structuredClone(source))).rejects.toThrow('openSource');
  });
});
