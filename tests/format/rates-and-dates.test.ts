import { describe, expect, it } from 'vitest';
import { change, dayWords, minute, monthName, plain, rate, ratePoints, shortDate } from '@/lib/format';

describe('a rate', () => {
  it('has one place', () => {
    expect(rate(0.274)).toBe('27.4%');
    expect(rate(0)).toBe('0.0%');
    expect(rate(1)).toBe('100.0%');
    expect(rate(0.18, 0)).toBe('18%');
  });

  it('rounds its decimal digits half up', () => {
    expect(rate(0.2745)).toBe('27.5%');
    expect(rate(0.2744)).toBe('27.4%');
    expect(rate(1.005e-3, 3)).toBe('0.101%');
  });

  it('without a base is none', () => expect(rate(null)).toBe('—'));

  it('differs from another in points, not percent', () => {
    expect(ratePoints(-0.116, 'zh-CN')).toBe('−11.6 点');
    expect(ratePoints(0.013, 'en')).toBe('+1.3 pt');
    expect(ratePoints(0, 'en')).toBe('0.0 pt');
  });
});

it('a change has a direction without a colour', () => {
  expect(change('57692.15', '77493.35')).toBe('▼25.6%');
  expect(change('150', '100')).toBe('▲50.0%');
  expect(change('100', '100')).toBe('0.0%');
  expect(change('100', '0')).toBe('—');
  expect(change('100', '-250')).toBe('—');
});

it('a number keeps the places it has', () => {
  expect(plain('1.50')).toBe('1.5');
  expect(plain(3)).toBe('3');
});

describe('a date', () => {
  it('loses its year within the year shown', () => {
    expect(shortDate('2026-08-31', '2026')).toBe('08-31');
    expect(shortDate('2025-08-31', '2026')).toBe('2025-08-31');
    expect(shortDate('2026-08-31')).toBe('2026-08-31');
    expect(shortDate('2026-08-31 07:40:12', '2026-12-31')).toBe('08-31');
  });

  it('in a sentence follows the language', () => {
    expect(dayWords('2026-08-31', 'zh-CN')).toBe('08-31');
    expect(dayWords('2026-08-31', 'en')).toBe('31 Aug');
    expect(dayWords('2025-09-05', 'en', '2026')).toBe('5 Sep 2025');
    expect(dayWords('2025-09-05', 'zh-CN', '2026')).toBe('2025-09-05');
  });

  it('with a time shows the minute', () => {
    expect(minute('2026-08-31 07:40:12')).toBe('2026-08-31 07:40');
    expect(minute('2026-08-31T07:40:12')).toBe('2026-08-31 07:40');
  });

  it('on an axis is its month', () => {
    expect(monthName('2026-08', 'zh-CN')).toBe('8 月');
    expect(monthName('2026-08', 'en')).toBe('Aug');
  });
});
