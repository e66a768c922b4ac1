import { describe, expect, it } from 'vitest';
import { kindOf } from '@/lib/import/kinds';
import {
  codeAndName,
  codeLookup,
  codesOf,
  foldHeader,
  foldValue,
  fullWidth,
  halfWidth,
  leaverMark,
  monthOfHeader,
  nameAndCode,
  toHalfWidth,
} from '@/lib/import/recognise';

const stem = (h: string) => foldHeader(h).stem;

describe('headers that are one', () => {
  it.each([
    ['客户名称', '*客户名称'],
    ['客户名称', '客 户 名 称'],
    ['客户名称', '客户\n名称'],
    ['客户名称', '客户名称(必填)'],
    ['客户名称', '客户名称（必填）：'],
    ['客户名称', '客户.名称'],
    ['客户名称', '客戶名稱'],
    ['业务员', '業務員'],
    ['客户编号', '客户编码'],
    ['客户编号', '客户#编码'],
    ['客户编号', '客户代号'],
    ['客户编号', '客户ＩＤ'],
    ['客户编号', '客户号'],
    ['走访单号', '走访编号'],
    ['customer_id', 'Customer ID'],
    ['customer_id', 'customerId'],
    ['金额', '金额【元】'],
    ['营业额(含税)', '营业额含税'],
  ])('%s and %s', (a, b) => {
    expect(stem(b)).toBe(stem(a));
  });

  it.each([
    ['客户名称', '客户简称'],
    ['到达时间', '派工时间'],
    ['单据编号', '单据类型'],
    ['金额', '税额'],
    ['含税金额', '不含税金额'],
    ['客户等级', '客户分级'],
  ])('%s and %s are two', (a, b) => {
    expect(stem(b)).not.toBe(stem(a));
  });
});

it('folding twice changes nothing', () => {
  for (const h of ['客户编号', 'invoiceNumber', '金额(万元)', '*走访单号（必填）', '客戶 ID'])
    expect(stem(stem(h))).toBe(stem(h));
});

describe('units in a header', () => {
  it.each([
    ['金额', 1, 1],
    ['金额(元)', 1, 1],
    ['金额（万元）', 10_000, 1],
    ['金额/万元', 10_000, 1],
    ['计划销售额(单位:千元)', 1_000, 1],
    ['金额(亿元)', 100_000_000, 1],
    ['工时(小时)', 1, 1],
    ['工时(分钟)', 1, 60],
  ])('%s multiplies by %d and divides by %d', (header, scale, divide) => {
    expect(foldHeader(header)).toMatchObject({ scale, divide });
    expect(foldHeader(header).stem).toBe(stem(header.replace(/[(（/].*$/, '')));
  });
});

describe('months of wide sheets', () => {
  it.each([
    ['1月', 1, null],
    ['12月', 12, null],
    ['十二月', 12, null],
    ['三月份', 3, null],
    ['2026年3月', 3, 2026],
    ['2026-03', 3, 2026],
    ['202603', 3, 2026],
    ['3月计划', 3, null],
    ['Mar', 3, null],
    ['September', 9, null],
  ])('%s', (header, month, year) => {
    expect(monthOfHeader(header)).toEqual({ month, year });
  });

  it.each(['0月', '13月', '月份', '合计', 'Market', '3', '季度', '本月'])('%s is none', (header) => {
    expect(monthOfHeader(header)).toBeNull();
  });
});

describe('values', () => {
  it('fold by width, case and spaces alone', () => {
    expect(foldValue(' ＶＩＰ　客户 ')).toBe('vip客户');
    expect(foldValue('Closed Won')).toBe('closedwon');
  });

  it('the width table is one to one, so that SQL can translate with it', () => {
    expect([...fullWidth]).toHaveLength([...halfWidth].length);
    expect(toHalfWidth(fullWidth)).toBe(halfWidth);
  });

  it('a code bears its name, its aliases, and their traditional forms', () => {
    const stages = codesOf(
      kindOf('opportunities').columns.find((c) => c.name === 'stage')?.type ?? { is: 'text' },
    );
    for (const word of ['signed', 'SIGNED', '签约', '簽約', '赢单', 'closed won'].map(foldValue)) {
      expect(stages?.get(word), word).toBe('signed');
    }
    expect(stages?.get(foldValue('报价'))).toBeUndefined();
  });

  it('a name that two codes bear is nobody’s, a code’s own text never is', () => {
    const lookup = codeLookup([
      { code: 'a', zh: '甲', aliases: ['同', 'b'] },
      { code: 'b', zh: '乙', aliases: ['同'] },
    ]);
    expect([...lookup]).toEqual([
      ['a', 'a'],
      ['b', 'b'],
      ['甲', 'a'],
      ['乙', 'b'],
    ]);
  });

  it('every code of every kind is found by its code and by its Chinese name', async () => {
    const { kinds } = await import('@/lib/import/kinds');
    for (const kind of kinds) {
      for (const column of kind.columns) {
        if (column.type.is !== 'code') continue;
        const lookup = codesOf(column.type);
        for (const c of column.type.codes) {
          expect(lookup?.get(foldValue(c.code)), `${kind.name}.${column.name} ${c.code}`).toBe(c.code);
          expect(lookup?.get(foldValue(c.zh)), `${kind.name}.${column.name} ${c.zh}`).toBe(c.code);
        }
      }
    }
  });

  it.each(['张三(已离职)', '张三（离职）', '张三-已离职', '张三[离职]'])('%s has left', (name) => {
    expect(foldValue(name).replace(leaverMark, '')).toBe('张三');
  });

  it('names that carry codes', () => {
    expect('C001-某公司'.match(codeAndName)?.slice(1, 3)).toEqual(['C001', '某公司']);
    expect('某公司[C001]'.match(nameAndCode)?.slice(1, 3)).toEqual(['某公司', 'C001']);
    expect('某公司（上海）'.match(nameAndCode)).toBeNull();
    expect('2026-03-05'.match(codeAndName)).toBeNull();
  });
});

describe('traditional names of codes', () => {
  it('the table has the form that the converter gives to every name of every code', async () => {
    const { kinds } = await import('@/lib/import/kinds');
    const { traditionalForms } = await import('@/lib/import/recognise/traditional');
    const { Converter } = await import('opencc-js');
    const converted = Converter({ from: 'cn', to: 't' });
    const codes = kinds.flatMap((k) => k.columns.flatMap((c) => (c.type.is === 'code' ? c.type.codes : [])));
    const names = codes.flatMap((c) => [c.zh, ...(c.aliases ?? [])]);
    expect(names.length).toBeGreaterThan(300);
    expect(names.filter((n) => !traditionalForms(n).includes(converted(n)))).toEqual([]);
  });

  it('a character with two forms gives both names', async () => {
    const { traditionalForms } = await import('@/lib/import/recognise/traditional');
    expect(traditionalForms('已签')).toEqual(['已簽', '已籤']);
    expect(traditionalForms('VIP')).toEqual(['VIP']);
  });
});
