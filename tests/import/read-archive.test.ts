import { describe, expect, it } from 'vitest';
import { bareWorkbook, cells, open, rows, zip } from './files';

const book = (data: string, more?: Record<string, string>) => open(bareWorkbook(data, more), 'book.xlsx');
const text = (s: string) => `<c t="inlineStr"><is><t>${s}</t></is></c>`;
const head = `<row>${text('产品')}${text('金额')}</row>`;

describe('archives that are no workbook', () => {
  it.each([
    ['a Word document', 'word/document.xml', 'Word'],
    ['a presentation', 'ppt/presentation.xml', 'presentation'],
    ['an OpenDocument file', 'content.xml', 'OpenDocument'],
    ['a binary workbook', 'xl/workbook.bin', 'xlsb'],
    ['any other archive', 'readme.txt', 'archive'],
  ])('%s is refused by name', async (_, part, says) => {
    await expect(open(zip({ [part]: '<x/>' }))).rejects.toMatchObject({
      code: 'not_a_table',
      en: expect.stringContaining(says),
    });
  });

  it('a part that unpacks abnormally large is refused before it is read', async () => {
    const bytes = zip({
      '[Content_Types].xml': '<x/>',
      'xl/worksheets/sheet1.xml': new Uint8Array(33 * 2 ** 20),
    });
    expect(bytes.length).toBeLessThan(100_000);
    await expect(open(bytes)).rejects.toMatchObject({ code: 'zip_bomb' });
  });

  it('a part that unpacks to more than it claims is refused', async () => {
    const bytes = Buffer.from(bareWorkbook(head));
    const at = bytes.lastIndexOf('PK\u0001\u0002');
    bytes.writeUInt32LE(bytes.readUInt32LE(at + 24) - 10, at + 24);
    await expect(open(bytes)).rejects.toMatchObject({ code: 'broken_xlsx' });
  });
});

describe('the XML of a sheet', () => {
  it('cells and rows may do without references', async () => {
    const source = await book(`${head}<row>${text('轮椅')}<c><v>5</v></c></row>`);
    expect(await rows(source)).toEqual([{ line: 2, cells: ['轮椅', '5'] }]);
  });

  it('cells may leave gaps, rows too', async () => {
    const source = await book(`${head}<row r="7"><c r="B7"><v>5</v></c></row>`);
    expect(await rows(source)).toEqual([{ line: 7, cells: [null, '5'] }]);
    expect(source.sheets[0]?.skipped).toEqual([{ line: 2, why: 'blank', text: '' }]);
  });

  it('names may bear a prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:x"><x:sheetData><x:row><x:c t="str"><x:v>产品</x:v></x:c></x:row><x:row><x:c t="str"><x:v>轮椅</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const source = await book('', { 'xl/worksheets/sheet1.xml': sheet });
    expect(await cells(source)).toEqual([['轮椅']]);
  });

  it('runs of rich text are joined, how to pronounce them is left out, escapes are read', async () => {
    const strings =
      '<sst><si><r><t>漢</t></r><r><t>字</t></r><rPh sb="0" eb="1"><t>かんじ</t></rPh></si><si><t>a_x000D_b</t></si><si><t>_x005F_x000D_</t></si></sst>';
    const shared = (i: number) => `<c t="s"><v>${i}</v></c>`;
    const source = await book(`${head}<row>${shared(0)}${shared(1)}</row><row>${shared(2)}</row>`, {
      'xl/sharedStrings.xml': strings,
    });
    expect(await cells(source)).toEqual([
      ['漢字', 'a\rb'],
      ['_x000D_', null],
    ]);
  });

  it('dates are told by their format, in Chinese ones too; a row beyond the header is ragged', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="58"/></cellXfs></styleSheet>';
    const source = await book(
      `${head}<row><c s="1"><v>46086</v></c><c s="0"><v>46086</v></c><c s="2"><v>46086</v></c></row>`,
      { 'xl/styles.xml': styles },
    );
    expect(await rows(source)).toEqual([
      { line: 2, cells: ['2026-03-05', '46086'], extra: ['2026-03-05'], ragged: true },
    ]);
  });

  it.each([
    ['a tag that is never closed', `${head}<row><c><v>5</v></row>`],
    ['rows in disorder', `${head}<row r="5"><c><v>1</v></c></row><row r="4"><c><v>2</v></c></row>`],
    ['a cell outside of any sheet', `${head}<row><c r="XFE2"><v>1</v></c></row>`],
    ['an unknown shared string', `${head}<row><c t="s"><v>9</v></c></row>`],
    ['an entity that is not declared', `${head}<row>${text('&xxe;')}</row>`],
  ])('%s refuses the file', async (_, data) => {
    await expect(book(data)).rejects.toMatchObject({ code: 'broken_xlsx' });
  });

  it('entities that a document declares for itself are not expanded', async () => {
    const sheet = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData>${head}<row>${text('&b;')}</row></sheetData></worksheet>`;
    await expect(book('', { 'xl/worksheets/sheet1.xml': sheet })).rejects.toMatchObject({
      code: 'broken_xlsx',
    });
  });

  it('a sheet that breaks far below is refused while it is read', async () => {
    const many = Array.from(
      { length: 4_000 },
      (_, i) => `<row>${text(`产品${i}`)}<c><v>${i}</v></c></row>`,
    ).join('');
    const source = await book(`${head}${many}<row><c><v>1</v></row>`);
    expect(source.sheets[0]?.sample).toHaveLength(200);
    await expect(rows(source)).rejects.toMatchObject({ code: 'broken_xlsx' });
  });
});
