/** What the pages of quotas, reviews and receivables reckon themselves. */
import { describe, expect, it } from 'vitest';
import { isOver, linesOf } from '@/app/quotas/_model';
import { poolOf, type Sale } from '@/app/receivables/_detail';
import { type Evidence, whyOf } from '@/app/reviews/_detail';
import { type ReviewRow, sectionOf } from '@/app/reviews/_model';

describe('quotas', () => {
  const row = (group: string | null, tier: 'vip' | 'preferred', headroom: number) => ({
    group,
    tier,
    base: 20,
    held: 3 - headroom,
    limit: 0.15,
    places: 3,
    headroom,
    share: 0.15,
    status: 'ok' as const,
  });
  it('stand two tiers to a line, the group without a name too', () => {
    const lines = linesOf([
      row('一部', 'vip', 0),
      row('一部', 'preferred', 1),
      row(null, 'vip', 0),
      row(null, 'preferred', -1),
    ]);
    expect(lines.map((l) => [l.group, l.base, l.cells.preferred.headroom])).toEqual([
      ['一部', 20, 1],
      [null, 20, -1],
    ]);
    expect(lines.map(isOver)).toEqual([false, true]);
  });
});

describe('reviews', () => {
  const row = (more: Partial<ReviewRow>) =>
    ({
      tier: 'vip',
      proposed_tier: 'vip',
      proposal: 'keep',
      flag: null,
      problems: 0,
      eligible: 'vip',
      score: '79.99',
      net_sales_12m: '1.00',
      ...more,
    }) as ReviewRow;
  const incident = (kind: string) => [{ part: 'incident', kind } as Evidence];
  const why = (more: Partial<ReviewRow>, evidence: Evidence[] = []) => {
    const { key, rule } = whyOf(row(more), evidence, '80');
    return `${key} ${rule}`;
  };
  it('name the sentence and the rule that each proposal rests on', () => {
    const demoted = { proposal: 'demote', problems: 1 } as const;
    expect(why({ ...demoted, proposed_tier: 'preferred' })).toBe('vip_mild R-05');
    expect(why({ ...demoted, proposed_tier: 'qualified' })).toBe('vip_score R-05');
    expect(why({ ...demoted, proposed_tier: 'qualified' }, incident('crisis'))).toBe('vip_grave R-05');
    expect(why({ ...demoted, proposed_tier: 'qualified' }, incident('breach'))).toBe('vip_score R-05');
    expect(why({ ...demoted, tier: 'preferred', proposed_tier: 'qualified' })).toBe('preferred R-06');
    expect(why({ proposal: 'waiting', tier: 'qualified' })).toBe('waiting R-07');
    expect(why({ flag: 'watch', net_sales_12m: '0.00' })).toBe('watch_sales R-08');
    expect(why({ flag: 'watch', eligible: null })).toBe('watch_eligible R-08');
    expect(why({ tier: 'qualified', problems: 2 })).toBe('keep_problem R-08');
    expect(why({ tier: 'qualified' })).toBe('keep_score R-08');
    expect(why({ tier: 'qualified', eligible: null })).toBe('keep_eligible R-08');
    expect(why({})).toBe('keep_top R-08');
  });
  it('stand apart where they are watched', () => {
    expect([
      sectionOf(row({ flag: 'watch' })),
      sectionOf(row({})),
      sectionOf(row({ proposal: 'demote' })),
    ]).toEqual(['watch', 'keep', 'demote']);
  });
});

describe('receivables', () => {
  it('of 100 sold, 60 named, 30 from a pool of 35: 10 are open, 5 unused, 5 owed', () => {
    const sale = { amount: '100.00', settled: '60.00', from_pool: '30.00', open: '10.00' } as Sale;
    expect(poolOf([sale], { balance: '5.00' })).toEqual({
      charges: '100.00',
      settled: '60.00',
      pool: '35.00',
      fromPool: '30.00',
      unused: '5.00',
      open: '10.00',
    });
  });
});
