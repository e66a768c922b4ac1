/** One file after another through the whole import: worker, merge, rejects, preview. */
import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmImport,
  discardImport,
  importDetail,
  importFiles,
  listImports,
  previewImport,
  rejectedFile,
  sourceRow,
  undoImport,
} from '@/lib/import/imports';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { emptyWarehouse } from '../support/golden';
import { write } from './files';
import { rawRows } from './staged';

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

const customers = csv('客户编号,客户名称,床位数', 'C1,甲医院,100', 'C2,乙医院,', 'C3,乙医院,');
const ledger = csv(
  '流水号,日期,客户编号,客户名称,类型,金额(万元)',
  'L1,2026/3/5,C1,,销售,1.5',
  'L2,2026年3月6日,,甲医院,销售,-0.2',
  'L3,2026-03-07,,乙医院,销售,1',
  'L4,2026-03-08,,丙医院,销售,1',
  'L5,2026-03-09,C9,,销售,"1,000"',
  'L6,2026-02-30,C1,,销售,1',
  'L7,2026-03-09,C1,,赠送,1',
);

let db: Warehouse;
beforeAll(async () => {
  db = await emptyWarehouse();
});
afterAll(() => db.close());

describe('a register and a ledger in one import', () => {
  it('loads what is right and rejects the rest, row by row', async () => {
    const result = await importFiles(db, [write(customers, '客户.csv'), write(ledger, '台账.csv')]);
    expect(
      result.files.map(({ kind, read, new: n, rejected, warnings }) => [kind, read, n, rejected, warnings]),
    ).toEqual([
      ['customers', 3, 3, 0, 0],
      ['ledger', 7, 3, 4, 1],
    ]);
    const rows = (await rawRows(db, 'ledger')).map((r) => JSON.parse(r) as (string | null)[]);
    expect(rows.map((r) => [r[0], r[2], r[3], r[4], r[5]])).toEqual([
      ['L1', '2026-03-05', 'C1', 'sale', '15000.00'],
      // Found by its name; a negative sale is a return.
      ['L2', '2026-03-06', 'C1', 'return', '2000.00'],
      ['L5', '2026-03-09', 'C9', 'sale', '10000000.00'],
    ]);
    const detail = await importDetail(db, result.import_id);
    expect(detail?.rejects.map((r) => [r.line, r.column, r.code])).toEqual([
      [4, 'customer_id', 'name_ambiguous'],
      [5, 'customer_id', 'name_unknown'],
      [7, 'date', 'no_date'],
      [8, 'kind', 'unknown_code'],
    ]);
    expect(detail?.rejects[2]?.zh).toBe(
      '「日期」的值「2026-02-30」无法识别，应为日期，例如 2026-03-05。请改正。',
    );
    expect(detail?.notes.map((n) => [n.code, n.column, n.value, n.rows])).toEqual([
      ['unknown_reference', 'customer_id', 'C9', 1],
    ]);
  });

  it('gives the rejected rows back with their reasons, and takes the mended file', async () => {
    const [latest] = await listImports(db);
    const detail = await importDetail(db, latest?.import_id ?? 0);
    const file = detail?.contents.find((f) => f.kind === 'ledger');
    const bytes = await rejectedFile(db, latest?.import_id ?? 0, file?.file_id ?? 0);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\ufeff流水号,日期,客户编号,客户名称,类型,金额(万元),退回原因 reason')).toBe(true);
    expect(text).toContain('L6,2026-02-30,C1,,销售,1,「日期」的值');
    const mended = text.replace('2026-02-30', '2026-02-28').replace('赠送', '销售');
    const result = await importFiles(db, [write(mended, '台账.csv')]);
    expect(result.files.map((f) => [f.read, f.new, f.rejected])).toEqual([[4, 2, 2]]);
    const again = await importDetail(db, result.import_id);
    expect(again?.contents[0]?.unknown).toEqual([]);
  });

  it('shows the line of the file behind a row', async () => {
    const [, first] = await listImports(db);
    const detail = await importDetail(db, first?.import_id ?? 0);
    const file = detail?.contents.find((f) => f.kind === 'ledger');
    const row = await sourceRow(db, file?.file_id ?? 0, 3);
    expect(row?.cells).toEqual(['L2', '2026年3月6日', null, '甲医院', '销售', '-0.2']);
    expect(await sourceRow(db, file?.file_id ?? 0, 99)).toBeNull();
  });
});

describe('a preview', () => {
  const changed = csv(
    '客户编号,客户名称,床位数',
    'C1,甲医院,120',
    'C4,丁医院,10',
    'C2,乙医院,',
    'C5,戊医院,x',
  );

  it('says what would change and changes nothing', async () => {
    const before = await rawRows(db, 'customers', true);
    const preview = await previewImport(db, [{ path: write(changed, 'upload.tmp'), name: '客户.csv' }]);
    expect(preview.files[0]).toMatchObject({
      kind: 'customers',
      read: 4,
      new: 1,
      changed: 1,
      unchanged: 1,
      rejected: 1,
    });
    expect(preview.files[0]?.changedSamples[0]).toMatchObject({
      before: { beds: '100' },
      after: { beds: '120' },
    });
    expect(preview.files[0]?.rejects[0]).toMatchObject({ line: 5, column: 'beds', value: 'x' });
    expect(await rawRows(db, 'customers', true)).toEqual(before);
    const result = await confirmImport(db, preview.token, 'test');
    expect(result.files[0]).toMatchObject({ new: 1, changed: 1, unchanged: 1, rejected: 1 });
    await undoImport(db, result.import_id, 'test');
    expect(await rawRows(db, 'customers', true)).toEqual(before);
  });

  it('can be discarded once, and is then unknown', async () => {
    const preview = await previewImport(db, [{ path: write(changed, 'upload.tmp'), name: '客户.csv' }]);
    discardImport(db, preview.token);
    await expect(confirmImport(db, preview.token, 'test')).rejects.toThrow('no preview');
    expect(fs.readdirSync(`${db.dir}/uploads`).filter((f) => f.startsWith('pending'))).toEqual([]);
  });
});

describe('a column of dates such as 3/4/2016', () => {
  const tiers = (...dates: string[]) =>
    csv('customer_id,tier,effective_on', ...dates.map((d, i) => `C${i},vip,${d}`));
  const refusals = async (text: string) =>
    (await importFiles(db, [write(text, 'tier_history.csv')])).files.map((f) => f.refused?.code ?? f.new);

  it('is asked about where nothing proves its order', async () => {
    expect(await refusals(tiers('3/4/2016', '5/6/2016'))).toEqual(['date_order']);
  });

  it('is read where one value proves it, also far below the first rows', async () => {
    const many = Array.from({ length: 400 }, () => '3/4/2016');
    expect(await refusals(tiers(...many, '13/4/2016'))).toEqual([401]);
    const rows = await rawRows(db, 'tier_history');
    expect(rows.some((r) => r.includes('2016-04-03'))).toBe(true);
    expect(rows.some((r) => r.includes('2016-03-04'))).toBe(false);
  });

  it('is refused where it has both orders', async () => {
    expect(await refusals(tiers('13/4/2016', '4/13/2016'))).toEqual(['date_order_mixed']);
  });
});

describe('jobs and rewards', () => {
  it('B-01: a finished job needs points, or a coefficient in force on the day it finished', async () => {
    const files = [
      write(
        csv(
          'job_id,technician_id,work_type,points,finished_on',
          'J1,T1,调试,,2026-03-01',
          'J2,T1,调试,,2026-02-28',
          'J3,T1,,2,2026-02-28',
          'J4,T1,未知,,',
          'J5,T1,,,2026-03-01',
        ),
        'jobs.csv',
      ),
      write(
        csv('work_type,category,points,effective_from', '调试,commissioning,1.5,2026-03-01'),
        'coefficients.csv',
      ),
    ];
    const result = await importFiles(db, files);
    const jobs = result.files.find((f) => f.kind === 'jobs');
    expect([jobs?.read, jobs?.new, jobs?.rejected]).toEqual([5, 3, 2]);
    const detail = await importDetail(db, result.import_id);
    expect(detail?.rejects.map((r) => [r.line, r.code])).toEqual([
      [3, 'no_points'],
      [6, 'no_points'],
    ]);
  });

  it('B-06: a reward of 200 and of 500 loads, of 199.99 and of 500.01 does not', async () => {
    const text = csv(
      'event_id,technician_id,date,kind,amount',
      'E1,T1,2026-03-01,praise_letter,200',
      'E2,T1,2026-03-01,praise_letter,500',
      'E3,T1,2026-03-01,praise_letter,199.99',
      'E4,T1,2026-03-01,cost_saving,500.01',
      'E5,T1,2026-03-01,safety_accident,',
    );
    const result = await importFiles(db, [write(text, 'service_events.csv')]);
    expect(result.files.map((f) => [f.new, f.rejected])).toEqual([[3, 2]]);
  });
});

describe('a key that comes twice in a file', () => {
  it('keeps the last row, and the same file again changes nothing', async () => {
    const text = csv('technician_id,name,role', 'T1,张,engineer', 'T2,李,lead', 'T1,王,engineer');
    const file = write(text, 'technicians.csv');
    const first = await importFiles(db, [file]);
    expect(first.files[0]).toMatchObject({ read: 3, new: 2, changed: 0, unchanged: 1, warnings: 1 });
    const second = await importFiles(db, [file]);
    expect(second.files[0]).toMatchObject({ read: 3, new: 0, changed: 0, unchanged: 3 });
    expect(second.data_version).toBe(first.data_version);
  });
});
