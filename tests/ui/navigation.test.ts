import { describe, expect, it } from 'vitest';
import { withChanges } from '@/app/_components/navigation/url';
import { asRule, find } from '@/app/_components/palette/commands';
import { currentPage, listedPages } from '@/app/_components/shell/nav';
import { monthEnd, periodsOfYear, step } from '@/app/_components/stepper/steps';

describe('an address with a change', () => {
  it('keeps all other parameters', () => {
    expect(withChanges('/idle', 'as_of=2026-08-31&grade=A', { region: '苏南' })).toBe(
      '/idle?as_of=2026-08-31&grade=A&region=%E8%8B%8F%E5%8D%97',
    );
  });

  it('repeats a parameter with several values and removes one with none', () => {
    expect(withChanges('/idle', 'grade=A', { grade: ['B', 'C'] })).toBe('/idle?grade=B&grade=C');
    expect(withChanges('/idle', 'grade=A', { grade: [] })).toBe('/idle');
    expect(withChanges('/idle', 'grade=A', { grade: null })).toBe('/idle');
  });

  it('closes the drawer, unless it moves to another row or tab', () => {
    expect(withChanges('/idle', 'row=C1&tab=rows', { grade: 'A' })).toBe('/idle?grade=A');
    expect(withChanges('/idle', 'row=C1&tab=rows', { row: 'C2' })).toBe('/idle?tab=rows&row=C2');
  });
});

describe('the steps of a date', () => {
  it('go from month end to month end', () => {
    expect(monthEnd('2026-08-31', -1)).toBe('2026-07-31');
    expect(monthEnd('2026-08-31', 1)).toBe('2026-09-30');
    expect(monthEnd('2026-08-15', -1)).toBe('2026-07-31');
    expect(monthEnd('2026-08-15', 1)).toBe('2026-08-31');
    expect(monthEnd('2024-01-31', 1)).toBe('2024-02-29');
  });

  it('end where the data ends, on its last day', () => {
    const range = { from: '2026-06-30', to: '2026-08-20' };
    expect(step('as_of', '2026-07-31', 1, range)).toBe('2026-08-20');
    expect(step('as_of', '2026-08-20', 1, range)).toBeNull();
    expect(step('as_of', '2026-07-31', -1, range)).toBe('2026-06-30');
    expect(step('as_of', '2026-06-30', -1, range)).toBeNull();
  });

  it('of a period keep its length and end where the data ends', () => {
    expect(step('period', '2026-01', -1, {})).toBe('2025-12');
    expect(step('period', '2026Q1', -1, {})).toBe('2025Q4');
    expect(step('period', '2026H1', 1, { to: '2026-08-31' })).toBe('2026H2');
    expect(step('period', '2026H2', 1, { to: '2026-08-31' })).toBeNull();
    expect(step('period', '2026-02', -1, { from: '2026-02-10' })).toBeNull();
    expect(step('period', 'nonsense', 1, {})).toBeNull();
  });

  it('offer twelve months, four quarters or two halves of a year', () => {
    expect(periodsOfYear(2026, 'month').map((p) => p.name)).toHaveLength(12);
    expect(periodsOfYear(2026, 'quarter').map((p) => p.name)).toEqual([
      '2026Q1',
      '2026Q2',
      '2026Q3',
      '2026Q4',
    ]);
    expect(periodsOfYear(2026, 'half').map((p) => p.name)).toEqual(['2026H1', '2026H2']);
  });
});

it('the page marked is the longest that the address begins with', () => {
  const hrefs = ['/', '/bonuses', '/bonuses/quarter'];
  expect(currentPage('/bonuses/quarter', hrefs)).toBe('/bonuses/quarter');
  expect(currentPage('/bonuses/T001', hrefs)).toBe('/bonuses');
  expect(currentPage('/', hrefs)).toBe('/');
  expect(currentPage('/idle', hrefs)).toBeUndefined();
});

it('the palette reads a rule however it is typed, and finds pages by any part of their name', () => {
  expect(['q3', 'Q-03', ' b 4 '].map(asRule)).toEqual(['Q-03', 'Q-03', 'B-04']);
  expect(asRule('idle')).toBeNull();
  const pages = [{ id: 'idle', href: '/idle', label: '闲置客户', group: '客户' }];
  expect(find(pages, '闲置', '规则').map((c) => c.id)).toEqual(['idle']);
  expect(find(pages, 'q3', '规则').map((c) => c.href)).toEqual(['/policy#Q-03']);
});

describe('the pages of a group that are listed', () => {
  const pages = [
    { id: 'quotas', href: '/quotas' },
    { id: 'solve', href: '/quotas/solve', under: 'quotas' },
    { id: 'what_if', href: '/quotas/what-if', under: 'quotas' },
    { id: 'reviews', href: '/reviews' },
  ];
  const listed = (current: number | null) =>
    listedPages(pages, current === null ? undefined : pages[current]).map((page) => page.id);

  it('are those that stand by themselves', () => {
    expect(listed(null)).toEqual(['quotas', 'reviews']);
    expect(listed(3)).toEqual(['quotas', 'reviews']);
  });

  it('and those under the page that is shown, or beside it', () => {
    expect(listed(0)).toEqual(['quotas', 'solve', 'what_if', 'reviews']);
    expect(listed(2)).toEqual(['quotas', 'solve', 'what_if', 'reviews']);
  });
});
