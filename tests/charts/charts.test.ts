import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cohortBars } from '@/lib/charts/cohortBars';
import { costBars } from '@/lib/charts/costBars';
import { monthBars, unitName, unitOf } from '@/lib/charts/monthBars';
import { monthsIn, rangeOf } from '@/lib/charts/monthRange';
import { retentionLines } from '@/lib/charts/retentionLines';
import { niceScale } from '@/lib/charts/style';

interface Bar {
  value: number;
  href?: string;
  itemStyle: { color: string };
  label: { position: string; formatter: string; color: string };
}

/** The series of an option as the tests read them. */
const seriesOf = <T>(option: { series?: unknown }) => option.series as { type: string; data: T[] }[];

describe('net sales by month', () => {
  const months = [
    { period: '2026-07', value: '3160000.00', before: '4600000.00', href: '/?month=2026-07' },
    { period: '2026-08', value: '400000.00', before: null },
  ];

  it('is drawn in 万元 with the exact text, the last month in the accent', () => {
    const [bars] = seriesOf<Bar>(monthBars(months, { locale: 'zh-CN' }));
    expect(bars?.data.map((d) => d.value)).toEqual([316, 40]);
    expect(bars?.data.map((d) => d.label.formatter)).toEqual(['316', '40']);
    expect(bars?.data.map((d) => d.itemStyle.color)).toEqual(['var(--bar)', 'var(--accent)']);
  });

  it('is drawn in millions in English', () => {
    const [bars] = seriesOf<Bar>(monthBars(months, { locale: 'en' }));
    expect(bars?.data.map((d) => d.label.formatter)).toEqual(['3.2', '0.4']);
  });

  it('has the value inside a bar, above one that is too low for it', () => {
    const [bars] = seriesOf<Bar>(monthBars(months, { locale: 'zh-CN' }));
    expect(bars?.data.map((d) => d.label.position)).toEqual(['insideBottom', 'top']);
  });

  it('has all values at the foot of their bars, but where a tick would strike one out there', () => {
    const [bars] = seriesOf<Bar>(
      monthBars(
        [
          { period: '2026-06', value: '4000000.00', before: '3900000.00' },
          { period: '2026-07', value: '4000000.00', before: '200000.00' },
        ],
        { locale: 'zh-CN' },
      ),
    );
    expect(bars?.data.map((d) => d.label.position)).toEqual(['insideBottom', 'insideTop']);
  });

  it('of one small customer is told in thousands in English, and to one place below a hundred', () => {
    const small = [{ period: '2026-08', value: '433000.00', before: '91000.00' }];
    expect(unitName(unitOf(small, 'en'))).toBe('CNY k');
    expect(unitName(unitOf(months, 'en'))).toBe('CNY M');
    expect(unitName(unitOf(small, 'zh-CN'))).toBe('万元');
    const label = (locale: string) =>
      seriesOf<Bar>(monthBars(small, { locale }))[0]?.data[0]?.label.formatter;
    expect(label('en')).toBe('433');
    expect(label('zh-CN')).toBe('43.3');
  });

  it('has a tick at the same month of the year before, and none where there was none', () => {
    const ticks = seriesOf<{ value: number | string }>(monthBars(months, { locale: 'zh-CN' }))[1];
    expect(ticks?.data.map((d) => d.value)).toEqual([460, '-']);
  });

  it('opens the rows of a month', () => {
    const [bars] = seriesOf<Bar>(monthBars(months, { locale: 'zh-CN' }));
    expect(bars?.data.map((d) => d.href)).toEqual(['/?month=2026-07', undefined]);
  });
});

describe('the scale of an axis', () => {
  it('ends at a round number not below the largest value, in four steps', () => {
    expect(niceScale(909)).toEqual({ max: 1200, interval: 300 });
    expect(niceScale(800)).toEqual({ max: 800, interval: 200 });
    expect(niceScale(801)).toEqual({ max: 1200, interval: 300 });
    expect(niceScale(9.09)).toEqual({ max: 12, interval: 3 });
  });

  it('is one where there is nothing to draw', () => {
    expect(niceScale(0)).toEqual({ max: 1, interval: 1 });
  });
});

it('retention lines end in their name and last value, and an empty group has no label', () => {
  const option = retentionLines(
    [
      { name: 'A', color: 'var(--grade-a)', rates: [1, 0.857, 0.482] },
      { name: 'D', color: 'var(--grade-d)', rates: [null, null, null] },
    ],
    ['识别', '接触', '签约'],
  );
  const series = option.series as {
    data: (number | null)[];
    endLabel: { show: boolean; formatter: string };
  }[];
  expect(series[0]?.data).toEqual([100, 85.7, 48.2]);
  expect(series[0]?.endLabel).toMatchObject({ show: true, formatter: 'A  48.2%' });
  expect(series[1]?.endLabel.show).toBe(false);
});

it('cost bars carry their words and a limit its line', () => {
  const option = costBars([{ period: '2026-07', value: 30.5, label: '30.5' }], {
    locale: 'en',
    limit: { value: 17, label: '17' },
  });
  expect(JSON.stringify(option)).toContain('"yAxis":17');
  expect(seriesOf<Bar>(option)[0]?.data[0]?.label.formatter).toBe('30.5');
});

it('options are plain data in the colours of the page', () => {
  const option = monthBars([{ period: '2026-08', value: '1.00' }], { locale: 'en' });
  expect(JSON.parse(JSON.stringify(option))).toMatchObject({ animation: false });
  for (const file of readdirSync('lib/charts')) {
    expect(readFileSync(`lib/charts/${file}`, 'utf8'), file).not.toMatch(/#[0-9a-f]{3,8}\b|rgba?\(/i);
  }
});

describe('months to brush', () => {
  it('are framed from edge to edge, and a frame names the months it was made of', () => {
    const scale = { zero: 60, month: 40 };
    expect(rangeOf(scale, 0, 0)).toEqual([40, 80]);
    expect(rangeOf(scale, 2, 5)).toEqual([120, 280]);
    for (const [first, last] of [
      [0, 0],
      [2, 5],
      [23, 23],
    ] as const)
      expect(monthsIn(scale, rangeOf(scale, first, last))).toEqual([first, last]);
  });
  it('are those that a range touches, drawn in either direction', () => {
    const scale = { zero: 60, month: 40 };
    expect(monthsIn(scale, [125, 131])).toEqual([2, 2]);
    expect(monthsIn(scale, [200, 90])).toEqual([1, 3]);
  });
  it('sends at most 5,000 points, however long the company has kept them: the latest', () => {
    const months = Array.from({ length: 6000 }, (_, i) => ({
      month: `${2500 - Math.floor(i / 12)}-${String(12 - (i % 12)).padStart(2, '0')}`,
      signed: 1,
      lost: i,
      open: 1,
    })).reverse();
    const series = seriesOf<number>(cohortBars(months, 'zh-CN'));
    expect(series.reduce((n, s) => n + s.data.length, 0)).toBeLessThanOrEqual(5000);
    expect(series[2]?.data.at(-1)).toBe(0);
  });
});
