import { describe, expect, it } from 'vitest';
import { money, moneyExact, moneyInColumn, moneyParts, number, pay, points, signed } from '@/lib/format';

describe('an amount in Chinese', () => {
  const zh = (yuan: string) => money(yuan, 'zh-CN');

  it('is in yuan, exact, below 10,000', () => {
    expect(zh('2490.06')).toBe('2,490.06 元');
    expect(zh('9999.99')).toBe('9,999.99 元');
    expect(zh('9999.994')).toBe('9,999.99 元');
  });

  it('is in 万元 from 10,000, also where only rounding reaches it', () => {
    expect(zh('9999.995')).toBe('1.00 万元');
    expect(zh('10000')).toBe('1.00 万元');
    expect(zh('1856712.30')).toBe('185.67 万元');
  });

  it('drops the places from 1,000 万', () => {
    expect(zh('9999949')).toBe('999.99 万元');
    expect(zh('9999950')).toBe('1,000 万元');
    expect(zh('72051234.56')).toBe('7,205 万元');
  });

  it('is in 亿元 from 100,000,000 and never 10,000 万元', () => {
    expect(zh('99994999.99')).toBe('9,999 万元');
    expect(zh('99995000')).toBe('1.00 亿元');
    expect(zh('99999999')).toBe('1.00 亿元');
    expect(zh('126000000')).toBe('1.26 亿元');
  });
});

describe('an amount in English', () => {
  const en = (yuan: string) => money(yuan, 'en');

  it('is exact below 10,000', () => {
    expect(en('2490.06')).toBe('CNY 2,490.06');
    expect(en('9999.99')).toBe('CNY 9,999.99');
  });

  it('takes k, M and B, chosen after rounding', () => {
    expect(en('185671.23')).toBe('CNY 185.7k');
    expect(en('999949')).toBe('CNY 999.9k');
    expect(en('999950')).toBe('CNY 1.00M');
    expect(en('1856712.30')).toBe('CNY 1.86M');
    expect(en('999994999')).toBe('CNY 999.99M');
    expect(en('999995000')).toBe('CNY 1.00B');
  });
});

it('below zero carries U+2212, and what rounds to zero carries no sign', () => {
  expect(pay('-900')).toBe('−900.00');
  expect(pay('-0.004')).toBe('0.00');
  expect(money('-1856712.30', 'zh-CN')).toBe('−185.67 万元');
  expect(signed('300', 2)).toBe('+300.00');
  expect(signed('-1.45', 3)).toBe('−1.450');
  expect(signed('0', 2)).toBe('0.00');
});

it('rounds half up exactly, where binary floats would not', () => {
  expect(pay('1.005')).toBe('1.01');
  expect(pay('-1.005')).toBe('−1.01');
  expect(pay('12345678901234567.895')).toBe('12,345,678,901,234,567.90');
});

it('comes in parts, so that the unit can be set smaller', () => {
  expect(moneyParts('3914900', 'zh-CN')).toEqual({ prefix: '', number: '391.49', unit: '万元' });
  expect(moneyParts('3914900', 'en')).toEqual({ prefix: 'CNY', number: '3.91M', unit: '' });
});

it('keeps one unit down a column: 万元 with two places, CNY k with one', () => {
  expect(moneyInColumn('1968100.00', 'zh-CN')).toBe('196.81');
  expect(moneyInColumn('0.00', 'zh-CN')).toBe('0.00');
  expect(moneyInColumn('1968149.99', 'en')).toBe('1,968.1');
  expect(moneyInColumn('1968150.00', 'en')).toBe('1,968.2');
});

it('is exact in full where asked', () => {
  expect(moneyExact('1856712.30', 'zh-CN')).toBe('1,856,712.30 元');
  expect(moneyExact('1856712.30', 'en')).toBe('CNY 1,856,712.30');
});

it('shows points to three places and counts by thousands', () => {
  expect(points('47.51')).toBe('47.510');
  expect(points('12.3455')).toBe('12.346');
  expect(number(21396)).toBe('21,396');
});

it('refuses what is no number', () => {
  expect(() => pay('abc')).toThrow('Not a number: "abc"');
  expect(() => pay('')).toThrow('Not a number');
  expect(() => pay('1,000')).toThrow('Not a number');
});
