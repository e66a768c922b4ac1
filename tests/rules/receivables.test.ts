import { describe, expect, it } from 'vitest';
import { coverOf, type LedgerEntry } from '@/lib/rules/receivables';
import { problemSales } from '@/lib/rules/review-problems';

/** `sale S1 01-05 100 due 01-31`, `payment P1 01-10 100 for S1`: a row of January to March 2026. */
function row(text: string): LedgerEntry {
  const [kind = '', id = '', day = '', amount = '', ...rest] = text.split(' ');
  const after = (word: string) => rest[rest.indexOf(word) + 1] ?? null;
  const due = rest.includes('due') ? after('due') : null;
  return {
    kind,
    entry_id: id,
    line_no: rest.includes('line') ? after('line') : null,
    date: `2026-${day}`,
    amount,
    due_on: due && `2026-${due}`,
    settles: rest.includes('for') ? after('for') : null,
  };
}

const cover = (rows: string[], asOf = '03-31', term: number | null = null) =>
  coverOf(rows.map(row), `2026-${asOf}`, term);
/** Entry, day it was paid, what is open. */
const short = (...args: Parameters<typeof cover>) =>
  cover(...args).map((c) => `${c.entry.entry_id} ${c.paid_on?.slice(5) ?? '-'} ${c.open.toFixed(2)}`);

describe('covering sales (A-02, A-03)', () => {
  it('covers the oldest first from the pool; of one day, the smaller entry number', () => {
    expect(short(['sale S2 01-05 100', 'sale S1 01-05 50', 'payment P1 01-20 60'])).toEqual([
      'S1 01-20 0.00',
      'S2 - 90.00',
    ]);
  });
  it('sets a payment against the sale that it names, before older ones', () => {
    expect(short(['sale S1 01-05 100', 'sale S2 01-06 50', 'payment P1 01-20 50 for S2'])).toEqual([
      'S1 - 100.00',
      'S2 01-20 0.00',
    ]);
  });
  it('pools what a payment has beyond the amount of its sale', () => {
    expect(short(['sale S1 01-05 100', 'sale S2 01-06 50', 'payment P1 01-20 80 for S2'])).toEqual([
      'S1 - 70.00',
      'S2 01-20 0.00',
    ]);
  });
  it('pools a payment that names a sale nobody knows', () => {
    expect(short(['sale S1 01-05 100', 'payment P1 01-20 100 for X9'])).toEqual(['S1 01-20 0.00']);
  });
  it('leaves a partly paid sale open, until the pool reaches it', () => {
    expect(short(['sale S1 01-05 100', 'payment P1 01-20 99.99 for S1'])).toEqual(['S1 - 0.01']);
    expect(short(['sale S1 01-05 100', 'payment P1 01-20 99.99 for S1', 'return R1 02-03 0.01'])).toEqual([
      'S1 02-03 0.00',
    ]);
  });
  it('covers a sale paid in advance on its own date', () => {
    expect(short(['payment P1 01-02 100', 'sale S1 01-05 100'])).toEqual(['S1 01-05 0.00']);
    expect(short(['payment P1 01-02 100 for S1', 'sale S1 01-05 100'])).toEqual(['S1 01-05 0.00']);
  });
  it('keeps a payment for a later sale in the pool until that sale', () => {
    const rows = ['sale S1 01-01 100', 'payment P1 01-02 100 for S2', 'sale S2 01-20 100'];
    expect(short(rows, '01-19')).toEqual(['S1 01-02 0.00']);
    expect(short(rows, '01-20')).toEqual(['S1 - 100.00', 'S2 01-20 0.00']);
  });
  it('takes back with a refund what is uncommitted, as if it had never come', () => {
    const rows = ['sale S1 01-05 100', 'payment P1 01-20 100', 'refund R1 02-10 30'];
    expect(short(rows, '02-09')).toEqual(['S1 01-20 0.00']);
    expect(short(rows, '02-10')).toEqual(['S1 - 30.00']);
    expect(short([...rows, 'payment P2 02-20 30'])).toEqual(['S1 02-20 0.00']);
  });
  it('leaves what a payment settled when the pool falls below 0', () => {
    expect(short(['sale S1 01-05 100', 'payment P1 01-20 100 for S1', 'refund R1 02-10 30'])).toEqual([
      'S1 01-20 0.00',
    ]);
  });
  it('covers an opening balance like a sale, and takes a negative one as a credit', () => {
    expect(short(['opening O1 01-01 40', 'sale S1 01-05 100', 'payment P1 01-20 40'])).toEqual([
      'O1 01-20 0.00',
      'S1 - 100.00',
    ]);
    expect(short(['opening O1 01-01 -40', 'sale S1 01-05 40'])).toEqual(['S1 01-05 0.00']);
  });
  it('spends a payment on the lines of its document in their order', () => {
    expect(
      short(['sale S1 01-05 60 line 1', 'sale S1 01-05 50 line 2', 'payment P1 01-20 80 for S1']),
    ).toEqual(['S1 01-20 0.00', 'S1 - 30.00']);
  });
  it('knows nothing that is dated after the as-of date', () => {
    const rows = ['sale S1 01-05 100', 'payment P1 01-20 100'];
    expect([short(rows, '01-19'), short(rows, '01-20'), short(rows, '01-04')]).toEqual([
      ['S1 - 100.00'],
      ['S1 01-20 0.00'],
      [],
    ]);
  });
});

describe('due dates (A-03)', () => {
  it('make a sale overdue the day after, not on the day', () => {
    const on = (asOf: string) =>
      cover(['sale S1 01-05 100 due 01-31'], asOf).map((c) => [c.state, c.days_overdue]);
    expect([on('01-31'), on('02-01')]).toEqual([[['not_due', 0]], [['overdue', 1]]]);
  });
  it('never come for a sale without one, unless the company sets a term', () => {
    const on = (asOf: string, term: number | null) => cover(['sale S1 01-05 100'], asOf, term)[0]?.state;
    expect([on('03-31', null), on('02-04', 30), on('02-05', 30)]).toEqual(['not_due', 'not_due', 'overdue']);
  });
  it('are not given to an opening balance by that term', () => {
    expect(cover(['opening O1 01-01 40'], '03-31', 30)[0]?.state).toBe('not_due');
  });
});

describe('sales that are a problem (R-03)', () => {
  const found = (rows: string[], grace = 0, from = '02-01') =>
    problemSales(cover(rows, '02-28'), `2026-${from}`, '2026-02-28', grace).map((p) => p.found_on.slice(5));
  it('are found the day after the due date: paid on it is no problem, a day later is one', () => {
    expect(found(['sale S1 01-05 100 due 02-10', 'payment P1 02-10 100'])).toEqual([]);
    expect(found(['sale S1 01-05 100 due 02-10', 'payment P1 02-11 100'])).toEqual(['02-11']);
  });
  it('count in the span of the day after: due on the last day before it is in, two days before it out', () => {
    expect(found(['sale S1 01-05 100 due 01-31', 'payment P1 02-15 100'])).toEqual(['02-01']);
    expect(found(['sale S1 01-05 100 due 01-30', 'payment P1 02-15 100'])).toEqual([]);
  });
  it('are there however old while overdue, and once where found late and overdue still', () => {
    expect(found(['sale S1 01-05 100 due 01-10'])).toEqual(['01-11']);
    expect(found(['sale S1 01-05 100 due 02-10'])).toEqual(['02-11']);
  });
  it('are late only after the days of grace', () => {
    const rows = (paid: string) => ['sale S1 01-05 100 due 02-10', `payment P1 ${paid} 100`];
    expect([found(rows('02-13'), 3), found(rows('02-14'), 3)]).toEqual([[], ['02-14']]);
  });
  it('are not opening balances', () => expect(found(['opening O1 01-05 100 due 01-10'])).toEqual([]));
});
