/** Rows are read by column for speed; their values must be those that the engine itself would give. */
import v8 from 'node:v8';
import vm from 'node:vm';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { NONE, Table } from '@/lib/warehouse/columns';
import { rowsOfResult } from '@/lib/warehouse/rows';

const cells: Record<string, string> = {
  text: "['', '客户一', 'a longer text that does not lie inline', null][i % 4 + 1]",
  'text that differs everywhere': "format('客户{:06d}', i)",
  'text with a blank at its end, or zeros of bytes':
    "['C1', 'C1 ', 'C1' || chr(0), '十二字节', '十三字节a'][i % 5 + 1]",
  integer: 'case when i % 3 > 0 then i - 5 end',
  boolean: '[true, false, null][i % 3 + 1]',
  double: '[0.25, -1e300, null][i % 3 + 1]',
  date: "[date '0001-01-01', date '1969-12-31', date '2026-02-28', date '9999-12-31', null][i % 5 + 1]",
  instant: "[timestamp '2026-01-01 09:00:00', null][i % 2 + 1]",
  money:
    '[0.00, -0.01, 0.09, -1.10, 12345678.90, 90071992547409.91, 90071992547409.93, -9999999999999999.99, null][i % 9 + 1]::decimal(18,2)',
  points: '[1.005, -0.5, null][i % 3 + 1]::decimal(9,4)',
  whole: '[7, -7, null][i % 3 + 1]::decimal(9,0)',
  large: "['12345678901234567890123456.78', null][i % 2 + 1]::decimal(38,2)",
  list: "[['visit', 'trade'], [], [null, 'x'], null][i % 4 + 1]",
};

describe('rows read by column', () => {
  it.each(Object.entries(cells))(
    'of type %s are those of the engine, over several chunks',
    async (name, expression) => {
      const c = await (await DuckDBInstance.create(':memory:')).connect();
      const sql = `select ${expression} as "${name}", i::integer as i from range(5000) t(i) order by i`;
      const expected = (await c.runAndReadAll(sql)).getRowObjectsJson();
      expect(await rowsOfResult(await c.run(sql))).toEqual(expected);
      expect(expected).toHaveLength(5000);
    },
  );

  it('reads the columns that are asked for alone, in their order, and no others', async () => {
    const c = await (await DuckDBInstance.create(':memory:')).connect();
    const sql = "select 1::integer as a, 'x' as b, 2.50::decimal(18,2) as c";
    const [row] = await rowsOfResult(await c.run(sql), ['c', 'a']);
    expect(Object.entries(row ?? {})).toEqual([
      ['c', '2.50'],
      ['a', 1],
    ]);
    await expect(rowsOfResult(await c.run(sql), ['d'])).rejects.toThrow('no column "d"');
  });

  it('keeps both of two columns of one name, and answers nothing with no rows', async () => {
    const c = await (await DuckDBInstance.create(':memory:')).connect();
    expect(await rowsOfResult(await c.run('select 1 as a, 2 as a'))).toEqual([{ a: 1, 'a:1': 2 }]);
    expect(await rowsOfResult(await c.run('select 1 as a where false'))).toEqual([]);
  });
});

describe('an answer read as a table', () => {
  const of = async (expression: string) => {
    const c = await (await DuckDBInstance.create(':memory:')).connect();
    const sql = `select ${expression} as v, i::integer as i from range(5000) t(i) order by i`;
    const rows = (await c.runAndReadAll(sql)).getRowObjectsJson() as { v: string | number | null }[];
    return { table: await Table.of(await c.run(sql)), values: rows.map((r) => r.v) };
  };

  it.each(Object.entries(cells).filter(([name]) => name.startsWith('text')))(
    'has of %s what the engine has, coded and one by one',
    async (_, expression) => {
      const { table, values } = await of(expression);
      const { codes, texts } = table.coded('v');
      expect(Array.from(codes, (code) => texts[code])).toEqual(values);
      expect(new Set(texts).size).toBe(texts.length);
      const text = table.text('v');
      expect(values.map((_, i) => text(i))).toEqual(values);
    },
  );

  it('has whole numbers, days and cents, and says which are empty', async () => {
    const whole = await of('case when i % 3 > 0 then (i - 2500)::integer end');
    expect([...whole.table.numbers('v')]).toEqual(whole.values.map((v) => v ?? NONE));
    const day = await of("[date '1969-12-31', date '2026-02-28', null][i % 3 + 1]");
    expect([...day.table.numbers('v')].slice(0, 3)).toEqual([-1, 20512, NONE]);
    const money = await of('((i - 2500) * 123456789.01)::decimal(18,2)');
    expect([...money.table.numbers('v')]).toEqual(
      money.values.map((v) => Number(String(v).replace('.', ''))),
    );
    const large = await of('[90071992547409.93, -9999999999999999.99][i % 2 + 1]::decimal(18,2)');
    expect([...large.table.numbers('v')].slice(0, 2)).toEqual([9007199254740993n, -999999999999999999n]);
    const some = await of('case when i < 4999 then 1.5::decimal(18,2) end');
    expect(() => some.table.numbers('v')).toThrow('empty cell');
    expect(() => whole.table.coded('v')).toThrow('holds no texts');
  });
});

describe('texts that are read later', () => {
  it('are those of the answer, whatever the engine has read since and the collector has taken', async () => {
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    const instance = await DuckDBInstance.create(':memory:');
    const answer = async (sql: string) => {
      const c = await instance.connect();
      const table = await Table.of(await c.run(sql));
      c.closeSync();
      return table;
    };
    const N = 60_000;
    const readers = await (async () => {
      const table = await answer(
        `select format('C{:05d}', i) as id, format('名称比较长的客户{:05d}', i) as name from range(${N}) t(i)`,
      );
      return { id: table.text('id'), name: table.text('name') };
    })();
    for (let i = 0; i < 5; i++) {
      collect();
      await new Promise((resolve) => setImmediate(resolve));
      await answer(
        `select format('X{:05d}', i) as id, format('别的文字盖住内存{:06d}', i) as name from range(200000) t(i)`,
      );
    }
    const wrong = Array.from({ length: N }, (_, i) => i).filter((i) => {
      const number = String(i).padStart(5, '0');
      return readers.id(i) !== `C${number}` || readers.name(i) !== `名称比较长的客户${number}`;
    });
    expect(wrong).toEqual([]);
  });
});
