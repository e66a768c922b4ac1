/**
 * On every company, under every split and filter of the pages of sales: a figure is the count or the sum of the rows
 * that it opens, its file has as many, and what must balance does.
 */
import Decimal from 'decimal.js';
import ExcelJS from 'exceljs';
import { afterEach, expect } from 'vitest';
import type { PageContext } from '@/app/_lib/context';
import { writeReport } from '@/lib/export';
import { readParams } from '@/lib/reports/params';
import { reportNamed } from '@/lib/reports/registry';
import { type ReportResult, rowsOf } from '@/lib/reports/run';
import type { Warehouse } from '@/lib/warehouse/warehouse';
import { contextOf } from '../reports/funnel_support';
import { emptyWarehouse } from '../support/golden';
import { type Claim, inTurn, type SalesPage, salesPages } from './sales_claims';

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
 * Every figure of the page as it opens, with its file; then of every split, every filter with its first value, and two
 * filters and a split together. Every further value of a filter takes its turn at the figures.
 */
async function pageHolds(ctx: PageContext, page: SalesPage): Promise<string[]> {
  const wrong: string[] = [];
  const look = async (search: Record<string, string>, turn?: number) => {
    const where = `${page.name} ${JSON.stringify(search)}`;
    const { claims, options, balances = [] } = await page.at(ctx, search);
    wrong.push(...(await disagreements(ctx, where, turn === undefined ? claims : inTurn(claims, turn))));
    for (const left of balances) if (Number(left) !== 0) wrong.push(`${where}: ${left} is left over`);
    return { options, claims, where };
  };
  const { options, claims, where } = await look({});
  for (const href of new Set(claims.map((c) => c.href)))
    wrong.push(...(await fileDisagrees(ctx, where, href)));
  const by = page.by.filter((split) => split !== 'none');
  const filters = Object.entries(options).map(([filter, values]) =>
    values.map((value) => ({ [filter]: valueIn(value) })),
  );
  for (const split of by) await look({ by: split });
  for (const values of filters)
    for (const [i, filter] of values.entries()) await look(filter, i === 0 ? undefined : i);
  const chosen = filters.flatMap((values) => values.slice(0, 1));
  await look({ ...chosen[0], ...chosen[1], ...(by[1] ? { by: by[1] } : {}) });
  return wrong;
}

const opened: Warehouse[] = [];
afterEach(() => {
  for (const w of opened.splice(0)) w.close();
});

/** Loads a company of its own and looks at every page of sales as of a day. */
export async function holds(as_of: string, load: (w: Warehouse) => Promise<unknown>) {
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
