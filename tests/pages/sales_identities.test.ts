/**
 * On every company, under every split and filter of the pages of sales: a figure is the count or the sum of the rows
 * that it opens, its file has as many, and what must balance does.
 */
import fs from 'node:fs';
import path from 'node:path';
import Decimal from 'decimal.js';
import ExcelJS from 'exceljs';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageContext } from '@/app/_lib/context';
import { writeReport } from '@/lib/export';
import { importFiles } from '@/lib/import/imports';
import { mappingSchema } from '@/lib/import/recognise';
import { readParams } from '@/lib/reports/params';
import { reportNamed } from '@/lib/reports/registry';
import { type ReportResult, rowsOf } from '@/lib/reports/run';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { contextOf } from '../reports/funnel_support';
import { emptyWarehouse, goldenDir, goldenMissing, loadCanonical } from '../support/golden';
import { type Claim, type SalesPage, salesPages } from './sales_claims';

/** The rows of the question that a link asks. */
async function behind(ctx: PageContext, href: string): Promise<ReportResult> {
  const url = new URL(href, 'http://here');
  const name = url.pathname.split('/').at(-1) ?? '';
  const report = reportNamed(name);
  const given: Record<string, string[]> = {};
  for (const key of new Set(url.searchParams.keys())) given[key] = url.searchParams.getAll(key);
  const params = readParams(report.params, given);
  const rows = (await rowsOf(report, ctx, params)) as ReportResult['rows'];
  return { report: name, params, data_version: 1, generated_at: '2026-01-01T00:00:00Z', rows };
}

const MOST_WRITTEN = 400;

const added = (rows: ReportResult['rows'], column: string): string =>
  rows.reduce((sum, r) => sum.plus(String(r[column] ?? 0)), new Decimal(0)).toFixed(2);

async function disagreements(ctx: PageContext, where: string, claims: readonly Claim[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { what, href, count, sum } of claims) {
    const { rows } = await behind(ctx, href);
    if (count !== undefined && rows.length !== count)
      wrong.push(`${where}: ${what} is ${count}, behind it are ${rows.length} rows (${href})`);
    if (sum) {
      const is = added(rows, sum.of);
      if (is !== new Decimal(sum.is ?? 0).toFixed(2))
        wrong.push(`${where}: ${what} is ${sum.is}, its rows add up to ${is} (${href})`);
    }
  }
  return wrong;
}

/** A question's workbook has a line for each of its rows; a file of thousands tells no more than one of hundreds. */
async function fileDisagrees(ctx: PageContext, where: string, href: string): Promise<string[]> {
  const result = await behind(ctx, href);
  if (result.rows.length > MOST_WRITTEN) return [];
  const book = new ExcelJS.Workbook();
  const bytes = await writeReport(result, 'xlsx', 'a test');
  await book.xlsx.load(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
  );
  const written = (book.worksheets[0]?.rowCount ?? 0) - 1;
  return written === result.rows.length
    ? []
    : [`${where}: its file has ${written} of ${result.rows.length} rows`];
}

const valueIn = (option: string | { value: string }): string =>
  typeof option === 'string' ? option : option.value;

/**
 * Every figure of the page as it opens, with its file; then of every split, every filter, and two filters and a split
 * together.
 */
async function pageHolds(ctx: PageContext, page: SalesPage): Promise<string[]> {
  const wrong: string[] = [];
  const look = async (search: Record<string, string>) => {
    const where = `${page.name} ${JSON.stringify(search)}`;
    const { claims, options, balances = [] } = await page.at(ctx, search);
    wrong.push(...(await disagreements(ctx, where, claims)));
    for (const left of balances) if (Number(left) !== 0) wrong.push(`${where}: ${left} is left over`);
    return { options, claims, where };
  };
  const { options, claims, where } = await look({});
  for (const href of new Set(claims.map((c) => c.href)))
    wrong.push(...(await fileDisagrees(ctx, where, href)));
  const by = page.by.filter((split) => split !== 'none');
  const chosen = Object.entries(options).flatMap(([filter, values]) => {
    const [value] = values;
    return value === undefined ? [] : [{ [filter]: valueIn(value) }];
  });
  for (const split of by) await look({ by: split });
  for (const filter of chosen) await look(filter);
  await look({ ...chosen[0], ...chosen[1], ...(by[1] ? { by: by[1] } : {}) });
  return wrong;
}

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

async function holds(as_of: string, load: (w: Warehouse) => Promise<unknown>) {
  const w = await emptyWarehouse();
  opened.push(w);
  await load(w);
  const ctx: PageContext = {
    ...contextOf(w),
    today: as_of,
    defaultAsOf: as_of,
    data: { through: as_of, days: 0, loadedAt: null, stale: false },
  };
  const wrong: string[] = [];
  for (const page of salesPages) wrong.push(...(await pageHolds(ctx, page)));
  expect(wrong).toEqual([]);
}

const real = path.resolve('../shared/data/real');
const mapped = (w: Warehouse, folder: string, files: readonly string[], names: readonly string[]) =>
  importFiles(
    w,
    files.map((f) => path.join(real, folder, f)),
    {
      mappings: names.map((name) =>
        mappingSchema.parse(JSON.parse(fs.readFileSync(`tests/import/mappings/${name}.json`, 'utf8'))),
      ),
    },
  );

describe('figures of sales are the rows behind them', () => {
  it('in the sample company', async () => {
    const files = fs.readdirSync('data/sample').filter((f) => /\.(csv|xlsx)$/.test(f));
    await holds('2026-11-20', (w) =>
      importFiles(
        w,
        files.map((f) => path.resolve('data/sample', f)),
        {},
      ),
    );
  }, 300_000);

  it.skipIf(goldenMissing)(
    'in the golden company (skipped where ../shared is missing)',
    async () => {
      await holds('2026-08-31', (w) => loadCanonical(w, path.join(goldenDir, 'canonical')));
    },
    300_000,
  );

  it.skipIf(!fs.existsSync(real))(
    'in a real pipeline (skipped where ../shared is missing)',
    async () => {
      const files = ['accounts.csv', 'sales_pipeline.csv'];
      await holds('2017-12-31', (w) => mapped(w, 's01_crm_maven', files, ['accounts', 'pipeline']));
    },
    300_000,
  );

  it.skipIf(!fs.existsSync(real))(
    'in real visits (skipped where ../shared is missing)',
    async () => {
      const files = ['doctors.csv', 'reps.csv', 'visits.csv'];
      await holds('2026-07-31', (w) => mapped(w, 's06_pharma_visits', files, ['doctors', 'reps', 'visits']));
    },
    300_000,
  );
});
