/** Files from public sources that nobody here wrote: their shape, row counts and what must be asked. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openSource, readBatches, type SourceRow } from '@/lib/import/read';
import { mappingSchema, planOfMapping, recogniseKind } from '@/lib/import/recognise';

const folder = '../shared/data/real';

async function read(file: string) {
  const source = await openSource(`${folder}/${file}`, { maxBytes: 1e9 });
  const sheet = source.sheets[0];
  if (!sheet) throw new Error(`${file} has no sheet.`);
  const rows: SourceRow[] = [];
  for await (const batch of readBatches(source, sheet)) rows.push(...batch);
  const column = (name: string) => rows.map((r) => r.cells[sheet.header.indexOf(name)] ?? null);
  return { source, sheet, rows, column };
}

const expected = (name: string) => JSON.parse(readFileSync(`${folder}/${name}/expected.json`, 'utf8'));

describe.skipIf(!existsSync(folder))('real files (skipped where ../shared is missing)', () => {
  it.each([
    ['s01_crm_maven/sales_pipeline.csv', 8_800],
    ['s03_accounts_receivable_csv/WA_Fn-UseC_-Accounts-Receivable.csv', 2_466],
    ['s05_online_retail/online_retail_2010-12_2011-03.csv', 142_083],
    ['s06_pharma_visits/visits.csv', 3_904],
    ['s09_uk_ledger/HMRC_spending_over_25000_for_September_2018.csv', 406],
    ['s15_it_incidents/Master_Ticket_Dataset_second.csv', 25_009],
  ])('%s: %d rows from line 2, none ragged, for DuckDB to read', async (file, count) => {
    const { source, sheet, rows } = await read(file);
    expect(sheet.headerLine).toBe(1);
    expect(rows).toHaveLength(count);
    expect(rows.some((r) => r.ragged)).toBe(false);
    expect(sheet.skipped).toEqual([]);
    expect(source.regular).toMatchObject({ lines: count + 1, exclude: [] });
    expect(rows.at(-1)?.line).toBe(count + 1);
  });

  it('s08: GBK, and the comma of its amounts is asked about until a mapping answers', async () => {
    const { source, sheet, rows } = await read('s08_wuliu_gbk/data_wuliu.csv');
    expect(source.encoding).toBe('gb18030');
    expect(rows).toHaveLength(expected('s08_wuliu_gbk').rows);
    const part = {
      kind: 'ledger',
      columns: {
        entry_id: { header: '订单号' },
        line_no: { header: '订单行' },
        date: { header: '销售时间' },
        amount: { header: '销售金额' },
      },
      constants: { kind: 'sale', customer_id: '客户' },
    };
    const plan = (p: object) =>
      planOfMapping(
        mappingSchema.parse({ name: 'x', matches: ['x'], parts: [p] }),
        sheet.header,
        sheet.sample,
        'x',
      )[0];
    expect(plan(part)?.questions.map((q) => [q.about, q.blocking])).toEqual([['decimal_comma', true]]);
    expect(plan({ ...part, decimalComma: true })?.questions).toEqual([]);
  });

  it('s09: two title lines stand above the header', async () => {
    const { sheet, rows } = await read('s09_uk_ledger/june_2015(1).csv');
    const e = expected('s09_uk_ledger')['june_2015(1).csv'];
    expect(sheet.headerLine).toBe(e.title_rows_before_header + 1);
    expect(sheet.header.slice(0, 10)).toEqual(e.header.slice(0, 10));
    expect(sheet.skipped.map((s) => s.why)).toEqual(['title', 'blank']);
    expect(rows).toHaveLength(e.data_records);
  });

  it('s12: headers lose their trailing spaces, dates of text stay as written', async () => {
    const { sheet, rows, column } = await read('s12_zh_orders_xlsx/mrtb_data.xlsx');
    expect(sheet.header).toContain('宝贝种类');
    expect(sheet.header).toContain('联系电话');
    expect(rows).toHaveLength(599);
    const cents = column('买家实际支付金额').reduce((sum, v) => sum + Math.round(Number(v) * 100), 0);
    expect(cents / 100).toBe(expected('s12_zh_orders_xlsx').paid_total);
    const dates = await read('s12_zh_orders_xlsx/原日期.xlsx');
    expect(dates.rows.map((r) => r.cells[0])).toEqual([
      '2020.1.12',
      '2020.6.15',
      '2020.7.14',
      '2020.12.31',
      '2021.1.16',
      '2021.2.14',
      '2021.3.18',
      '2021.4.24',
    ]);
  });

  it('s13: BOM before a quoted header, newlines within values, exact lines', async () => {
    const { source, sheet, rows, column } = await read('s13_zh_bom_detail/meal_order_detail.csv');
    const e = expected('s13_zh_bom_detail');
    expect(source.encoding).toBe('utf-8-bom');
    expect(source.regular).toBeNull();
    expect(sheet.header[0]).toBe('detail_id');
    expect(rows).toHaveLength(e.records);
    expect(column('dishes_name').filter((v) => v?.includes('\n'))).toHaveLength(
      e.names_with_embedded_newline,
    );
    const amounts = column('amounts');
    const total = column('counts').reduce((sum, n, i) => sum + Number(n) * Number(amounts[i]), 0);
    expect(total).toBe(e.amount_total);
    const last = rows.at(-1);
    const tail = (last?.cells ?? []).join('').split('\n').length - 1;
    expect((last?.line ?? 0) + tail).toBe(e.physical_lines);
  });

  it('foreign headers are no kind of ours: nothing is guessed', async () => {
    const { source, sheet } = await read('s15_it_incidents/Master_Ticket_Dataset_second.csv');
    const r = recogniseKind(sheet.header, sheet.sample, source.file);
    expect(r.kind).toBeNull();
    expect(r.questions[0]).toMatchObject({ about: 'kind', blocking: true });
  });
});
