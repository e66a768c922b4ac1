/** What the texts of a cell are read as, by the SQL that every import uses. */
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import { kindOf } from '@/lib/import/kinds';
import { dateSql, instantSql } from '@/lib/import/load/sql/date';
import { decimalSql, integerSql, productSql } from '@/lib/import/load/sql/number';
import { periodSql } from '@/lib/import/load/sql/period';
import { cleanText, ownerCell, ownerName, partOf } from '@/lib/import/load/sql/text';
import { typedSql } from '@/lib/import/load/sql/typed';

let read: (sql: (x: string) => string, text: string) => Promise<string | null>;

beforeAll(async () => {
  const c = await (await DuckDBInstance.create(':memory:')).connect();
  read = async (sql, text) => {
    const reader = await c.runAndReadAll(
      `select (${sql('v')})::varchar as r from (select $text::varchar as v)`,
      {
        text,
      },
    );
    return (reader.getRowObjectsJson()[0]?.r ?? null) as string | null;
  };
});

type Case = [text: string, value: string | null];

function readsAs(what: string, sql: (x: string) => string, cases: Case[]) {
  it.each(cases)(`${what} %j is %j`, async (text, value) => {
    expect(await read(sql, text)).toBe(value);
  });
}

const unproved = { order: null, epoch1904: false };

describe('dates', () => {
  readsAs('date', (x) => dateSql(x, unproved), [
    ['2026-03-05', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['2026.3.5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['２０２６－０３－０５', '2026-03-05'],
    ['46086', '2026-03-05'],
    ['2026-03-05 10:11', '2026-03-05'],
    ['2026-02-29', null],
    ['2026-13-01', null],
    ['12026-01-01', null],
    ['infinity', null],
    ['epoch', null],
    ['3/4/2016', null],
    ['3-4-16', null],
    ['-', null],
  ]);
  readsAs('with the day first,', (x) => dateSql(x, { order: 'dmy', epoch1904: false }), [
    ['3/4/2016', '2016-04-03'],
    ['31/12/2016 08:00', '2016-12-31'],
    ['12/31/2016', null],
  ]);
  readsAs('with the month first,', (x) => dateSql(x, { order: 'mdy', epoch1904: false }), [
    ['3/4/2016', '2016-03-04'],
    ['13/1/2016', null],
  ]);
  readsAs('in the epoch of 1904, serial', (x) => dateSql(x, { order: null, epoch1904: true }), [
    ['44624', '2026-03-05'],
  ]);
});

describe('instants', () => {
  readsAs('instant', (x) => instantSql(x, unproved), [
    ['2026-03-05', '2026-03-05 00:00:00'],
    ['2026-03-05 09:30', '2026-03-05 09:30:00'],
    ['2026/3/5 9:05:07', '2026-03-05 09:05:07'],
    ['20260305093000', '2026-03-05 09:30:00'],
    ['2026年3月5日 9时5分', '2026-03-05 09:05:00'],
    ['2026-03-05 下午3:05', '2026-03-05 15:05:00'],
    ['46086.5', '2026-03-05 12:00:00'],
    // An offset is told in the company's time zone.
    ['2026-03-05T01:00:00Z', '2026-03-05 09:00:00'],
    ['2026-03-05 25:00', null],
    ['2026-03-05 09:61', null],
  ]);
});

const plain = { scale: 2, decimalComma: false, times: 1, divide: 1 };

describe('numbers', () => {
  readsAs('amount', (x) => decimalSql(x, plain), [
    ['12.34', '12.34'],
    ['-5', '-5.00'],
    ['1,234.50', '1234.50'],
    ['１２３', '123.00'],
    ['¥1,200.5', '1200.50'],
    ['1200元', '1200.00'],
    ['1.5万元', '15000.00'],
    ['(1,234.50)', '-1234.50'],
    ['1e5', '100000.00'],
    ['0.30000000000000004', '0.30'],
    ['9999999999999999.99', '9999999999999999.99'],
    ['99999999999999999.99', null],
    // A cast would round these; the keeper must see them.
    ['12.345', null],
    ['1e-5', null],
    ['NaN', null],
    ['1,1', null],
    ['12,34,567', null],
    ['1_000', null],
    ['0x10', null],
    ['$5', null],
  ]);
  readsAs('with a decimal comma,', (x) => decimalSql(x, { ...plain, decimalComma: true }), [
    ['1052,75', '1052.75'],
    ['1.052,75', '1052.75'],
    ['1.50', '1.50'],
  ]);
  readsAs('under 万元, ', (x) => decimalSql(x, { ...plain, times: 10000 }), [
    ['1.23', '12300.00'],
    ['0.123456', '1234.56'],
    ['0.1234567', null],
  ]);
  readsAs('in minutes, hours', (x) => decimalSql(x, { ...plain, scale: 3, divide: 60 }), [
    ['90', '1.500'],
    ['20', '0.333'],
    ['-20', '-0.333'],
  ]);
  readsAs('integer', (x) => integerSql(x, false), [
    ['5', '5'],
    ['5.0', '5'],
    ['1,000', '1000'],
    ['1.5', null],
    ['1e2', '100'],
  ]);
  readsAs('6 ×', (x) => productSql(`'6'`, x, 2, false), [
    ['2.55', '15.30'],
    // Half up: 6 × 0.0025 is 0.015.
    ['0.0025', '0.02'],
    ['x', null],
  ]);
});

describe('periods', () => {
  readsAs('month', (x) => periodSql(x, ['month']), [
    ['2026-03', '2026-03'],
    ['202603', '2026-03'],
    ['2026年3月', '2026-03'],
    ['2026/3', '2026-03'],
    ['2026-03-01', '2026-03'],
    ['2026-03-02', null],
    ['2026-13', null],
    ['2026Q1', null],
  ]);
  readsAs('period', (x) => periodSql(x, ['quarter', 'half', 'year']), [
    ['2026Q1', '2026Q1'],
    ['2026-Q1', '2026Q1'],
    ['2026年一季度', '2026Q1'],
    ['2026年第1季度', '2026Q1'],
    ['2026H1', '2026H1'],
    ['2026年下半年', '2026H2'],
    ['2026年', '2026'],
    ['2026Q5', null],
  ]);
});

describe('texts, codes and names', () => {
  readsAs('text', (x) => cleanText(x), [
    [' a ', 'a'],
    ['\u3000客户\u00a0', '客户'],
    ['无锡', '无锡'],
    ['-', null],
    ['无', null],
    ['NULL', null],
    ['n/a', null],
    ['ＮＵＬＬ', null],
    ['', null],
  ]);
  readsAs('with ? as null,', (x) => cleanText(x, ['?']), [
    ['?', null],
    ['？', null],
    ['a?', 'a?'],
  ]);
  const kindColumn = kindOf('ledger').columns.find((c) => c.name === 'kind');
  if (!kindColumn) throw new Error('the ledger has no kind');
  const plan = { column: 'kind', sources: [] };
  readsAs('kind', (x) => typedSql(x, kindColumn, plan, { ...unproved, nulls: [] }), [
    ['sale', 'sale'],
    ['SALE', 'sale'],
    ['销售', 'sale'],
    ['销 售 出库', 'sale'],
    ['銷售', 'sale'],
    ['赠送', null],
  ]);
  readsAs('owner', ownerName, [
    ['公海', null],
    ['张三(已离职)', '张三'],
    ['张三（离职）', '张三'],
    ['王五', '王五'],
  ]);
  readsAs('owner of a cell', (x) => cleanText(ownerCell(x, ['?']), ['?']), [
    ['公海', null],
    [' 公 海', null],
    ['　待分配', null],
    ['\ufeff无', null],
    ['张三(已离职) ', '张三'],
    ['\u00a0张三（离职）', '张三'],
    [' 王五　', '王五'],
    ['王五', '王五'],
    ['-', null],
    ['?', null],
    ['ｎｕｌｌ', null],
  ]);
  readsAs('code of', (x) => partOf(x, 'code'), [
    ['C001-某公司', 'C001'],
    ['某公司[C001]', 'C001'],
    ['某公司', '某公司'],
  ]);
});
