import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankAwards } from '@/lib/rules/awards';
import { PolicyBook } from '@/lib/rules/policy';

const policy = new PolicyBook().on('2026-06-30');
const awards = (...scores: string[]) =>
  [...rankAwards(new Map(scores.map((s, i) => [`T${i + 1}`, s])), policy)].map(
    ([id, r]) => `${id}:${r.rank}:${Number(r.award)}${r.tie_flag ? ':tie' : ''}`,
  );

describe('B-05 quarter awards', () => {
  it('ranks 1 to 3 get 1,500 yuan, 4 to 8 get 1,000, the ninth nothing', () => {
    expect(awards('99', '98', '97', '96', '95', '94', '93', '92', '91')).toEqual([
      'T1:1:1500',
      'T2:2:1500',
      'T3:3:1500',
      'T4:4:1000',
      'T5:5:1000',
      'T6:6:1000',
      'T7:7:1000',
      'T8:8:1000',
      'T9:9:0',
    ]);
  });

  it('equal scores share the better rank and the next is skipped: 1, 2, 2, 4', () => {
    expect(awards('90', '80', '80', '70')).toEqual(['T1:1:1500', 'T2:2:1500', 'T3:2:1500', 'T4:4:1000']);
  });

  it('a tie across 3 and 4 is flagged, one that ends at 3 is not', () => {
    expect(awards('99', '98', '90', '90')).toEqual([
      'T1:1:1500',
      'T2:2:1500',
      'T3:3:1500:tie',
      'T4:3:1500:tie',
    ]);
    expect(awards('99', '90', '90', '80')).not.toContain('T2:2:1500:tie');
    expect(awards('99', '90', '90', '90')).toContain('T4:2:1500:tie');
  });

  it('a tie across 8 and 9 is flagged, one from 9 on is not', () => {
    const seven = ['99', '98', '97', '96', '95', '94', '93'];
    expect(awards(...seven, '90', '90').slice(-2)).toEqual(['T8:8:1000:tie', 'T9:8:1000:tie']);
    expect(awards(...seven, '92', '90', '90').slice(-2)).toEqual(['T9:9:0', 'T10:9:0']);
  });

  it('82.50 and 82.5 are the same score, and the order of the list does not matter', () => {
    expect(awards('82.50', '90', '82.5')).toEqual(['T2:1:1500', 'T1:2:1500', 'T3:2:1500']);
  });

  it('nobody is ranked where nobody has a score', () => expect(awards()).toEqual([]));

  it('a rank is one more than the number of better scores, and a better score never gets less', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }), (scores) => {
        const ranked = rankAwards(new Map(scores.map((s, i) => [String(i), String(s)])), policy);
        return scores.every((s, i) => {
          const mine = ranked.get(String(i));
          return (
            mine?.rank === 1 + scores.filter((o) => o > s).length &&
            scores.every((o, j) => o > s || Number(ranked.get(String(j))?.award) <= Number(mine.award))
          );
        });
      }),
      { seed: 1 },
    );
  });
});
